// A lead as a page of its own.

import { useRead } from '../../api/use-read.ts';
import { go } from '../../parts/navigation/use-route.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { LeadBody } from './LeadBody.tsx';

export function LeadPage({ rest }: ScreenProps) {
  const lead = useRead('leads.get', { id: rest ?? '' }, { when: rest !== null });
  return (
    <Screen title={lead.data?.name ?? 'Lead'}>
      {rest === null ? (
        <EmptyState title="No lead selected">Open a lead from Board or Leads.</EmptyState>
      ) : (
        <QueryBoundary of={lead}>
          {value => <LeadBody detail={value} heading="none" key={rest} onGone={() => go('leads')} wide />}
        </QueryBoundary>
      )}
    </Screen>
  );
}
