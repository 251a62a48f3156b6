// The four steps, with the way back to those that are behind.
import styles from './import.module.css';
import type { Importing } from './use-import.ts';

const steps = [
  { at: 'choose', label: 'Choose' },
  { at: 'map', label: 'Map columns' },
  { at: 'check', label: 'Preview' },
  { at: 'done', label: 'Done' },
] as const;

export function Steps({ importing: { step, understood, back, job } }: { readonly importing: Importing }) {
  const now = steps.findIndex(one => one.at === (step.at === 'decide' ? 'check' : step.at));
  return (
    <ol aria-label="Steps" className={styles.steps}>
      {steps.map(({ at, label: usual }, index) => {
        const label = at === 'map' && understood?.preview.mail ? 'Your addresses' : usual;
        const behind = index < now && step.at !== 'done' && (at === 'choose' || (at === 'map' && understood)) && !job;
        return (
          <li aria-current={index === now ? 'step' : undefined} data-behind={index < now} key={at}>
            {behind ? (
              <button onClick={() => back(at === 'map' ? 'map' : 'choose')} type="button">
                {index + 1} {label}
              </button>
            ) : (
              <span>
                {index + 1} {label}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
