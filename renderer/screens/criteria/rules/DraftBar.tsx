// Summary of the draft: changes from the current rules, publish and discard.
import { useState } from 'react';
import { criteriaChanges } from '../../../../shared/criteria-change.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Changes } from '../Changes.tsx';
import styles from './draft-bar.module.css';
import { PublishDialog } from './PublishDialog.tsx';

const fewChanges = 3;

export function DraftBar() {
  const { draft, changes, inForce, settle } = useRules();
  const discard = useCommand('criteria.discardDraft');
  const [publishing, setPublishing] = useState(false);
  const [all, setAll] = useState(false);
  if (!draft) {
    return (
      <p className={styles.calm}>
        <b>Version {inForce.number}</b> has been current since <DateText at={inForce.publishedAt} />
        {inForce.reason && <>: {inForce.reason}</>}. Changes here become a draft; nothing counts until you publish it.
      </p>
    );
  }
  // The sentences come with the answer; until then the rules themselves say that there is more than another order.
  const isAnswered = changes.length > 0 || criteriaChanges(inForce.criteria, draft.criteria).length === 0;
  const changesText = !isAnswered
    ? ''
    : changes.length === 0
      ? 'only the order of rules changed'
      : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} from version ${inForce.number}`;
  const shown = all ? changes : changes.slice(0, fewChanges);
  return (
    <section aria-label="Draft" className={styles.bar}>
      <div className={styles.text}>
        <h2>
          Draft of version {draft.number}
          <span className={styles.aside}>{changesText}</span>
        </h2>
        <Changes text={shown} />
        {changes.length > fewChanges && (
          <Button look="plain" onClick={() => setAll(!all)} size="small">
            {all ? 'Show fewer' : `Show ${changes.length - fewChanges} more`}
          </Button>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            void settle();
            void discard.run({}, { done: 'Draft discarded.' });
          }}
        >
          Discard
        </Button>
        <Button
          look="primary"
          onClick={() => {
            void settle();
            setPublishing(true);
          }}
        >
          Publish…
        </Button>
      </div>
      {publishing && <PublishDialog onClose={() => setPublishing(false)} />}
    </section>
  );
}
