// A word of the glossary with its meaning: `<Term id="mql" />`, or other words for it as children.
import type { ReactNode } from 'react';
import { glossary } from '../../shared/glossary.ts';
import { Help } from './Help.tsx';

type Props = {
  readonly id: keyof typeof glossary;
  readonly children?: ReactNode;
  /** False inside a button or a row, which are stops themselves. */
  readonly stop?: boolean;
};

export const Term = ({ id, children, stop = true }: Props) => (
  <Help meaning={glossary[id].meaning} stop={stop}>
    {children ?? glossary[id].term}
  </Help>
);
