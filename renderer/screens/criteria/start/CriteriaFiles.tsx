// Criteria files: export your own, or import one and review the differences before adding it to the draft.
import { useRead } from '../../../api/use-read.ts';
import { act } from '../../../parts/actions/actions.ts';
import { Button } from '../../../ui/Button.tsx';
import { saveCriteria } from './CriteriaFileActions.tsx';
import styles from './start.module.css';

export function CriteriaFiles() {
  const draft = useRead('criteria.draft', {});
  return (
    <section aria-labelledby="files" className={styles.section}>
      <h2 id="files">Criteria file</h2>
      <p className={styles.lead}>
        Share your rules with another business, or use them in another workspace. The file holds rules and activity type
        names, and nothing about people.
      </p>
      <div className={styles.buttons}>
        <Button icon="file" onClick={() => act('save-criteria')}>
          Export current rules
        </Button>
        {draft.data?.draft != null && (
          <Button icon="file" onClick={() => saveCriteria('draft')}>
            Export draft
          </Button>
        )}
        <Button icon="import" onClick={() => act('read-criteria')}>
          Import criteria
        </Button>
      </div>
    </section>
  );
}
