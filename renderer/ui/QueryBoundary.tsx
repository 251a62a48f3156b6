// Query boundary: nothing, then a skeleton, then the value or an error.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CallError } from '../api/call.ts';
import { Button } from './Button.tsx';
import { Notice } from './feedback/Notice.tsx';
import { Skeleton } from './feedback/Skeleton.tsx';

type Props<T> = {
  readonly of: UseQueryResult<T, CallError>;
  readonly waiting?: ReactNode;
  readonly children: (value: T) => ReactNode;
};

export function QueryBoundary<T>({ of, waiting, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error === null) return waiting ?? <Skeleton />;
  return (
    <Notice actions={<Button onClick={() => of.refetch()}>Try again</Button>} tone="problem">
      {of.error.message}
    </Notice>
  );
}
