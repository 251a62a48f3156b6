// Meeting mode: the review alone on the room's screen, in its size. Keys lead through the agenda; Escape leaves.
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { readPreference, savePreference } from '../../../parts/navigation/local-preferences.ts';
import { isPanelOpen } from '../../../parts/screen/SidePanel.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { announce } from '../../../ui/feedback/announce.tsx';
import type { Section, SectionId } from '../agenda.ts';
import type { MeetingData } from '../review-context.tsx';
import styles from './meeting-mode.module.css';
import { Notes } from './Notes.tsx';
import type { MeetingClock } from './use-meeting-clock.ts';
import { isFree } from './use-section-keys.ts';

type Props = {
  /** "Week 9, 23 Feb to 1 Mar". */
  readonly dates: string;
  readonly sections: readonly Section[];
  readonly here: SectionId;
  readonly meeting: MeetingData | null;
  readonly clock: MeetingClock;
  readonly onGo: (section: SectionId) => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

export function MeetingMode(props: Props) {
  const { dates, sections, here, meeting, clock, onGo, onLeave, children } = props;
  const [timed, setTimed] = useState(() => readPreference('meeting-clock', 'shown') === 'shown');
  const [noting, setNoting] = useState(false);
  useFullScreen();
  const writable = meeting !== null && meeting.closedAt === null;
  const at = sections.findIndex(({ id }) => id === here);
  const before = sections[at - 1];
  const after = sections[at + 1];
  const showTime = (shown: boolean) => {
    setTimed(shown);
    savePreference('meeting-clock', shown ? 'shown' : 'hidden');
    announce(shown ? 'Clock shown' : 'Clock hidden');
  };
  const keys = (event: KeyboardEvent) => {
    if (!isFree(event) || isPanelOpen()) return;
    const does: Readonly<Record<string, () => void>> = {
      Escape: onLeave,
      n: () => writable && setNoting(true),
      t: () => showTime(!timed),
    };
    const run = does[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => latest.current(event);
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={styles.mode} data-timed={timed}>
      <h1 className="hidden-visually" id="screen-title">
        Review, {dates}
      </h1>
      <div className={styles.body}>{children}</div>
      {noting && meeting && (
        <aside aria-label="Notes" className={styles.notes}>
          <Notes autoFocus meeting={meeting} onClose={() => setNoting(false)} />
        </aside>
      )}
      <footer className={styles.foot}>
        <span className={styles.steps}>
          <IconButton
            disabled={!before}
            icon="left"
            keys="ArrowLeft"
            label={before ? `Back to ${before.label}` : 'First section'}
            onClick={() => before && onGo(before.id)}
          />
          <Button disabled={!after} icon="arrow" onClick={() => after && onGo(after.id)}>
            {after ? `Next: ${after.label}` : 'Last section'}
          </Button>
        </span>
        <span className={styles.dates}>{dates}</span>
        {timed && (
          <span className={styles.clock}>
            {clock.text.whole}
            <small>
              {sections[at]?.label} {clock.text.section}
            </small>
          </span>
        )}
        <span className={styles.tools}>
          <IconButton
            aria-pressed={timed}
            icon="clock"
            keys="T"
            label={timed ? 'Hide clock' : 'Show clock'}
            onClick={() => showTime(!timed)}
          />
          {writable && (
            <Button aria-expanded={noting} icon="note" keys="N" look="plain" onClick={() => setNoting(!noting)}>
              Notes
            </Button>
          )}
          <Button keys="Escape" look="plain" onClick={onLeave}>
            Leave
          </Button>
        </span>
      </footer>
    </div>
  );
}

/** While mounted the window fills the screen and the rest of Ripen steps aside; a window that filled it before goes on doing so. */
function useFullScreen() {
  // Before the charts are drawn, which measure their letters by the root.
  useLayoutEffect(() => {
    document.documentElement.dataset.meeting = 'on';
    return () => {
      delete document.documentElement.dataset.meeting;
    };
  }, []);
  useEffect(() => {
    const before = call('window.fullScreen', { on: true });
    return () => {
      void before.then(async was => {
        if (was.ok && !was.value.was) await call('window.fullScreen', { on: false });
      });
    };
  }, []);
}
