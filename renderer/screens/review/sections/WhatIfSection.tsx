// What-if: another threshold or other points, replayed on recorded history.
import { useRead } from '../../../api/use-read.ts';
import { WhatIfAlone } from '../../../parts/criteria/what-if/WhatIf.tsx';
import { pathTo } from '../../../parts/navigation/route.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from '../meeting/talk.module.css';
import { useReview } from '../review-context.tsx';

export function WhatIfSection() {
  const { goTo } = useReview();
  const draft = useRead('criteria.draft', {}).data;
  return (
    <>
      {draft?.draft && (
        <p className={styles.hint}>
          <span>
            {draft.changes.join(' ')} This is a draft. Nothing changes until it is{' '}
            <a href={`#${pathTo('criteria')}`}>published</a>.
          </span>
          <Button onClick={() => goTo('decisions')} size="small">
            Add decision
          </Button>
        </p>
      )}
      <WhatIfAlone look="room" />
    </>
  );
}
