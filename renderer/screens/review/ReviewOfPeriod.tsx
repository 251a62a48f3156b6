// The review of one period: agenda at the left, one section at a time, in its window or filling the room's screen.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { addDays } from '../../../shared/dates.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useAction } from '../../parts/actions/actions.ts';
import { go } from '../../parts/navigation/use-route.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { Agenda } from './Agenda.tsx';
import { agendaKind, labelOf, type Section, type SectionId, sectionIn, sectionsOf, spoken } from './agenda.ts';
import { ClosedStrip } from './ClosedStrip.tsx';
import { LeadsPanel } from './LeadsPanel.tsx';
import { MeetingMode } from './meeting/MeetingMode.tsx';
import { useMeetingClock } from './meeting/use-meeting-clock.ts';
import { useSectionKeys } from './meeting/use-section-keys.ts';
import { Period } from './Period.tsx';
import { ReviewExportMenu } from './print/ReviewExportMenu.tsx';
import { quietReason } from './quiet.ts';
import styles from './review.module.css';
import { type LeadsRequest, type MeetingData, type ReviewData, ReviewProvider } from './review-context.tsx';
import { formatReviewRoute, parseReviewRoute, type ReviewRoute } from './review-route.ts';
import { SectionBody } from './SectionBody.tsx';

type Shown = { readonly live: ReviewData; readonly meeting: MeetingData | null };

/** Figures and meeting of the same week, never of two: while another is asked for, the pair before stays on screen. */
function useShown({ kind, date }: ReviewRoute) {
  const review = useRead('review.get', { kind, date }, { keep: true });
  const found = useRead('meeting.get', { date }, { when: kind === 'week', keep: true });
  const last = useRef<Shown | null>(null);
  const period = review.data?.figures.period;
  if (review.data && period?.kind !== 'week') last.current = { live: review.data, meeting: null };
  if (review.data && found.data && period?.from === found.data.weekStart) {
    last.current = { live: review.data, meeting: found.data };
  }
  return { shown: last.current, review, found };
}

/** The sections with nothing to say, each with its reason. A closed review kept before Ripen knew where we are has no such section. */
function quietIn(sections: readonly Section[], shown: Shown | null): ReadonlyMap<SectionId, string> {
  if (shown === null) return new Map();
  const { live, meeting } = shown;
  const figures = meeting?.figures ?? live.figures;
  return new Map(
    sections.flatMap(({ id }) => {
      const why = quietReason(id, figures, meeting);
      return why === null ? [] : [[id, why] as const];
    }),
  );
}

export function ReviewOfPeriod({ rest }: ScreenProps) {
  const { today, settings } = useWorkspace();
  const format = useFormat();
  const route = parseReviewRoute(rest, today, settings.firstDayOfWeek);
  const { shown, review, found } = useShown(route);
  const [leads, setLeads] = useState<LeadsRequest | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const period = shown?.live.figures.period;
  const all = sectionsOf(agendaKind(period?.kind ?? route.kind, shown?.meeting?.closedAt != null));
  const quiet = useMemo(() => quietIn(all, shown), [all, shown]);
  const here = sectionIn(route.section === null ? spoken(all, quiet, null) : all, route.section);
  const sections = spoken(all, quiet, here);
  const visit = (next: Partial<ReviewRoute>) => go('review', formatReviewRoute({ ...route, section: here, ...next }));
  const clock = useMeetingClock(route.meeting ? here : null, period?.from ?? '');
  useFollowSection(here, route.meeting, body);
  useSectionKeys({ sections, here, body, onGo: section => visit({ section }) });
  useAction('meeting-mode', () => visit({ meeting: !route.meeting }));

  const content = (
    <div className={styles.meeting}>
      <Agenda here={here} quiet={quiet} route={route} sections={all} used={route.meeting ? clock.used : undefined} />
      {/* A region that scrolls must be reachable by keyboard, and is where the keyboard rests between sections. */}
      <div className={styles.section} data-from={period?.from} data-to={period?.to} ref={body} tabIndex={-1}>
        {shown ? (
          <Inside here={here} onGo={section => visit({ section })} onLeads={setLeads} leads={leads} shown={shown}>
            <SectionBody section={here} />
          </Inside>
        ) : (
          <QueryBoundary of={review}>{() => <QueryBoundary of={found}>{() => null}</QueryBoundary>}</QueryBoundary>
        )}
      </div>
    </div>
  );
  const dates = period && `${period.label}, ${format.date(period.from)} to ${format.date(addDays(period.to, -1))}`;
  if (route.meeting && period) {
    return (
      <MeetingMode
        clock={clock}
        dates={dates ?? ''}
        here={here}
        meeting={shown?.meeting ?? null}
        onGo={section => visit({ section })}
        onLeave={() => visit({ meeting: false })}
        sections={sections}
      >
        {content}
      </MeetingMode>
    );
  }
  return (
    <Screen
      aside={period && `${dates}${period.partial ? ', not over yet' : ''}`}
      filters={
        period && (
          <Period
            kind={route.kind}
            onGo={(kind, date) => visit({ kind, date, section: route.section })}
            period={period}
          />
        )
      }
      layout="full"
      title="Review"
      tools={
        <>
          <Button look="plain" onClick={() => go('review', 'past')}>
            Past reviews
          </Button>
          <ReviewExportMenu />
          <Button icon="expand" onClick={() => visit({ meeting: true })}>
            Meeting mode
          </Button>
        </>
      }
    >
      {content}
    </Screen>
  );
}

type InsideProps = {
  readonly shown: Shown;
  readonly here: SectionId;
  readonly leads: LeadsRequest | null;
  readonly onLeads: (request: LeadsRequest | null) => void;
  readonly onGo: (section: SectionId) => void;
  readonly children: ReactNode;
};

/** Of a closed review the figures are those that closing kept. */
function Inside({ shown: { live, meeting }, here, leads, onLeads, onGo, children }: InsideProps) {
  const kept = meeting?.figures ?? null;
  const data = kept === null ? live : { ...live, figures: kept };
  return (
    <ReviewProvider value={{ data, now: kept === null ? null : live.figures, meeting, openLeads: onLeads, goTo: onGo }}>
      {meeting?.closedAt != null && <ClosedStrip here={here} />}
      {children}
      {leads && <LeadsPanel request={leads} onClose={() => onLeads(null)} />}
    </ReviewProvider>
  );
}

/** On another section its name is said, its top is in sight, and the keyboard is in it rather than where nothing is any more. */
function useFollowSection(here: SectionId, meeting: boolean, body: { readonly current: HTMLDivElement | null }) {
  const before = useRef({ here, meeting });
  useEffect(() => {
    const { current } = before;
    if (current.here === here && current.meeting === meeting) return;
    before.current = { here, meeting };
    const mode = meeting
      ? 'Meeting mode. Use the arrow keys to move through the agenda, Escape to leave. '
      : 'Left meeting mode. ';
    announce(current.meeting === meeting ? labelOf(here) : mode + labelOf(here));
    const box = body.current;
    if (!box) return;
    box.scrollTop = 0;
    if (current.here !== here) box.scrollIntoView({ block: 'start' });
    const list = box.querySelector<HTMLElement>('[data-section-focus]');
    const isLink = document.activeElement?.closest('nav') != null;
    if (!isLink) (list ?? box).focus({ preventScroll: true });
  }, [here, meeting, body]);
}
