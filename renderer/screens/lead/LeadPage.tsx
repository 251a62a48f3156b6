// A lead as a page of its own.
import { QueryBoundary } from '../../api/QueryBoundary.tsx';
import { useRead } from '../../api/use-read.ts';
import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screen-props.ts';
import { go } from '../../app/use-route.ts';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
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
