// First steps of a new workspace, shown on Today until done or hidden.
import { type ReactNode, useState } from 'react';
import type { FirstStep } from '../../../shared/workspace.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { act } from '../actions/actions.ts';
import { go } from '../navigation/use-route.ts';
import { BasicsDialog, BasicsText } from './Basics.tsx';
import styles from './welcome.module.css';

type StepText = {
  readonly title: string;
  readonly why: ReactNode;
  readonly verb: string;
  /** Undefined: a dialog of this list. */
  readonly open?: () => void;
  /** The button of an owner for whom what is there already is right. */
  readonly right?: string;
};

const text: Readonly<Record<FirstStep, StepText>> = {
  basics: {
    title: 'Check currency, week and days off',
    why: <BasicsText />,
    verb: 'Change',
    right: 'Keep',
  },
  customer: {
    title: 'Describe your ideal customer',
    why: 'The job titles, company sizes, industries and places you serve best. They set the fit score.',
    verb: 'Answer questions',
    open: () => go('criteria', 'start'),
    right: 'Skip',
  },
  signs: {
    title: 'Choose signs of interest',
    why: 'What do people do before they buy? Ripen has the usual activity types; add your own.',
    verb: 'Open activity types',
    open: () => go('settings', 'activities'),
    right: 'Keep defaults',
  },
  points: {
    title: 'Set points',
    why: 'How many points each activity gives, and the score at which a lead is ready for sales.',
    verb: 'Set points',
    open: () => go('criteria', 'rules'),
    right: 'Keep defaults',
  },
  leads: {
    title: 'Import your leads',
    why: 'From any spreadsheet, or one by one. Every import can be undone.',
    verb: 'Import file',
    open: () => act('import'),
  },
  campaign: {
    title: 'Add a campaign',
    why: 'A guide, a trade show, an ad. Then you see what brings in customers.',
    verb: 'Open campaigns',
    open: () => go('campaigns'),
  },
  meeting: {
    title: 'Hold the weekly meeting',
    why: 'Half an hour for marketing and sales to look at the same numbers and agree.',
    verb: 'Add to calendar',
    open: () => act('meeting-time'),
    right: 'Mark as done',
  },
};

/** Draws nothing when all are done, when the list is hidden, and in the sample. */
export function FirstSteps() {
  const found = useRead('firstSteps.get', {}).data;
  const { settings } = useWorkspace();
  const { run } = useCommand('settings.update');
  const { run: change } = useCommand('settings.change');
  const [asking, setAsking] = useState(false);
  if (!found || found.hidden || settings.sample || found.steps.every(step => step.done !== null)) return null;
  const tick = (step: FirstStep) => change({ what: 'first-step', step });
  const [done, open] = [found.steps.filter(step => step.done !== null), found.steps.filter(step => step.done === null)];
  return (
    <section aria-labelledby="first-steps" className={styles.steps}>
      <header>
        <h2 id="first-steps">First steps</h2>
        <span>
          {done.length} of {found.steps.length}
        </span>
        <Button
          look="plain"
          onClick={() => run({ stepsHidden: true }, { done: 'First steps hidden. Show them again from Settings.' })}
          size="small"
        >
          Hide
        </Button>
      </header>
      <ol>
        {open.map(({ id }) => (
          <Step id={id} key={id} onOpen={text[id].open ?? (() => setAsking(true))} onRight={() => tick(id)} />
        ))}
      </ol>
      {asking && (
        <BasicsDialog
          onClose={() => {
            setAsking(false);
            void tick('basics');
          }}
        />
      )}
      {done.length > 0 && (
        <ul aria-label="Done" className={styles.done}>
          {done.map(({ id }) => (
            <li key={id}>
              <Icon name="check" size={14} />
              {text[id].title}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type StepProps = { readonly id: FirstStep; readonly onOpen: () => void; readonly onRight: () => void };

function Step({ id, onOpen, onRight }: StepProps) {
  const { title, why, verb, right } = text[id];
  return (
    <li className={styles.step}>
      <span className={styles.mark} />
      <div>
        <h3>{title}</h3>
        <p>{why}</p>
      </div>
      <span className={styles.buttons}>
        {right && (
          <Button look="plain" onClick={onRight} size="small">
            {right}
          </Button>
        )}
        <Button onClick={onOpen} size="small">
          {verb}
        </Button>
      </span>
    </li>
  );
}
