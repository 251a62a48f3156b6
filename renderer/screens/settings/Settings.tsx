// Settings: the team, how this workspace counts, activity types, appearance, the file, and what Ripen promises.
import { type ComponentType, useEffect } from 'react';
import { pathTo } from '../../app/place.ts';
import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';
import { About } from './About.tsx';
import { ActivityTypes } from './ActivityTypes.tsx';
import { Appearance } from './Appearance.tsx';
import { Assignment } from './Assignment.tsx';
import { Backups } from './Backups.tsx';
import { DataFile } from './DataFile.tsx';
import { NurturePlans } from './NurturePlans.tsx';
import { OwnFields } from './OwnFields.tsx';
import { Places } from './Places.tsx';
import { Rules } from './Rules.tsx';
import { Stages } from './Stages.tsx';
import styles from './settings.module.css';
import { Tags } from './Tags.tsx';
import { Team } from './Team.tsx';

type Part = { readonly id: string; readonly title: string; readonly intro: string; readonly Body: ComponentType };

const parts: readonly Part[] = [
  {
    id: 'team',
    title: 'Team',
    intro: 'Who works with these leads. There are no passwords: whoever sits here says who they are.',
    Body: Team,
  },
  { id: 'workspace', title: 'Workspace', intro: 'How money, days and weeks are counted here.', Body: Places },
  { id: 'rules', title: 'Rules of the handoff', intro: 'What counts as quick, quiet and usual.', Body: Rules },
  { id: 'assignment', title: 'Who gets an MQL', intro: '', Body: Assignment },
  {
    id: 'stages',
    title: 'Stages',
    intro: 'How many should stand in a column, and how probable its open deals are. Nothing is ever held back by it.',
    Body: Stages,
  },
  {
    id: 'nurture',
    title: 'Nurture plans',
    intro:
      'A few dated e-mails for people who are interested but not ready. They come up in Today; you send them yourself.',
    Body: NurturePlans,
  },
  {
    id: 'activities',
    title: 'Activity types',
    intro: 'What can be logged. How many points each gives is set in Criteria.',
    Body: ActivityTypes,
  },
  {
    id: 'fields',
    title: 'Own fields',
    intro:
      'What you want to know about leads besides the usual. They stand on the lead, in the table, in rules and in files.',
    Body: OwnFields,
  },
  { id: 'tags', title: 'Tags', intro: 'Small words that you put on leads.', Body: Tags },
  { id: 'appearance', title: 'Appearance', intro: '', Body: Appearance },
  { id: 'file', title: 'Data file', intro: 'Everything of this workspace lies in one file.', Body: DataFile },
  {
    id: 'backups',
    title: 'Backups',
    intro:
      'Every half hour in which something has changed, and before each import. Each is opened and counted before it counts. They lie beside the data file: keep a copy on another disk, too.',
    Body: Backups,
  },
  { id: 'about', title: 'About and privacy', intro: '', Body: About },
];

/** `rest` names the part to show. */
export function Settings({ rest }: ScreenProps) {
  useEffect(() => {
    const heading = rest === null ? null : document.getElementById(`settings-${rest}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [rest]);
  return (
    <Screen title="Settings">
      <div className={styles.columns}>
        <nav aria-label="Parts of the settings" className={styles.parts}>
          {parts.map(({ id, title }) => (
            <a aria-current={rest === id ? 'true' : undefined} href={`#${pathTo('settings', id)}`} key={id}>
              {title}
            </a>
          ))}
        </nav>
        <div className={styles.body}>
          {parts.map(({ id, title, intro, Body }) => (
            <section aria-labelledby={`settings-${id}`} className={styles.part} key={id}>
              <h2 id={`settings-${id}`} tabIndex={-1}>
                {title}
              </h2>
              {intro && <p className={styles.intro}>{intro}</p>}
              <Body />
            </section>
          ))}
        </div>
      </div>
    </Screen>
  );
}
