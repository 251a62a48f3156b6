// Settings: the team, how this workspace counts, activity types, appearance, the file, and what Ripen promises.
import { type ComponentType, useEffect } from 'react';
import { pathTo } from '../../parts/navigation/route.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { About } from './About.tsx';
import { ActivityTypes } from './ActivityTypes.tsx';
import { Appearance } from './Appearance.tsx';
import { Assignment } from './Assignment.tsx';
import { Backups } from './Backups.tsx';
import { CalendarFile } from './CalendarFile.tsx';
import { CustomFields } from './CustomFields.tsx';
import { DataFile } from './DataFile.tsx';
import { LocaleSettings } from './LocaleSettings.tsx';
import { NurturePlans } from './NurturePlans.tsx';
import { Passphrase } from './Passphrase.tsx';
import { Privacy } from './Privacy.tsx';
import { Reminders } from './Reminders.tsx';
import { Rules } from './Rules.tsx';
import { Sharing } from './Sharing.tsx';
import { Stages } from './Stages.tsx';
import styles from './settings.module.css';
import { Tags } from './Tags.tsx';
import { Team } from './Team.tsx';

type Part = { readonly id: string; readonly title: string; readonly intro: string; readonly Body: ComponentType };

const parts: readonly Part[] = [
  {
    id: 'team',
    title: 'Team',
    intro: 'The people who work with these leads. There are no passwords: choose who you are acting as.',
    Body: Team,
  },
  {
    id: 'workspace',
    title: 'Workspace',
    intro: 'Currency, time zone and first day of the week.',
    Body: LocaleSettings,
  },
  { id: 'rules', title: 'Handoff rules', intro: 'Response times, inactivity and benchmark.', Body: Rules },
  { id: 'assignment', title: 'MQL assignment', intro: '', Body: Assignment },
  {
    id: 'stages',
    title: 'Stages',
    intro: 'Column limits on the board and default deal probabilities. Limits only warn; they never block a move.',
    Body: Stages,
  },
  {
    id: 'nurture',
    title: 'Nurture plans',
    intro:
      'A few dated e-mails for people who are interested but not ready. They appear on Today; you send them yourself.',
    Body: NurturePlans,
  },
  {
    id: 'activities',
    title: 'Activity types',
    intro: 'What you can log. Set the points for each type under Criteria.',
    Body: ActivityTypes,
  },
  {
    id: 'fields',
    title: 'Custom fields',
    intro: 'Extra fields for your leads. They appear on the lead, in the table, in rules and in imports and exports.',
    Body: CustomFields,
  },
  { id: 'tags', title: 'Tags', intro: 'Labels you add to leads.', Body: Tags },
  {
    id: 'reminders',
    title: 'Reminders',
    intro: 'Notifications of this computer for next steps and the weekly meeting.',
    Body: Reminders,
  },
  {
    id: 'calendar',
    title: 'Calendar file',
    intro: 'Your next steps and the weekly meeting in the calendar you use already.',
    Body: CalendarFile,
  },
  { id: 'appearance', title: 'Appearance', intro: '', Body: Appearance },
  { id: 'file', title: 'Data file', intro: 'The whole workspace is one file.', Body: DataFile },
  {
    id: 'backups',
    title: 'Backups',
    intro:
      'Made every half hour when something has changed, and before each import. Each backup is opened and verified. They are stored next to the data file: keep a copy on another disk, too.',
    Body: Backups,
  },
  {
    id: 'sharing',
    title: 'Sharing',
    intro: 'One workspace on several computers, without a server.',
    Body: Sharing,
  },
  {
    id: 'passphrase',
    title: 'Passphrase',
    intro: 'Lock the workspace, so that the file and its backups cannot be read while it is closed.',
    Body: Passphrase,
  },
  {
    id: 'privacy',
    title: 'Privacy',
    intro: 'Retention, erasures and the record of processing. Nothing is ever deleted without you.',
    Body: Privacy,
  },
  { id: 'about', title: 'About', intro: '', Body: About },
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
        <nav aria-label="Settings sections" className={styles.parts}>
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
