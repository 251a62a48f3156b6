// Criteria as a file: save yours for somebody else, read theirs, and take them into the draft after reading what differs.
import { useRead } from '../../../api/use-read.ts';
import { act } from '../../../app/actions.ts';
import { Button } from '../../../ui/Button.tsx';
import { saveCriteria } from './CriteriaFileActions.tsx';
import styles from './start.module.css';

export function CriteriaFiles() {
  const draft = useRead('criteria.draft', {});
  return (
    <section aria-labelledby="files" className={styles.section}>
      <h2 id="files">Criteria as a file</h2>
      <p className={styles.lead}>
        To compare with another owner, or to carry your rules into another workspace. A file holds rules and names of
        activity types, and nothing about people.
      </p>
      <div className={styles.buttons}>
        <Button icon="file" onClick={() => act('save-criteria')}>
          Save the rules in force
        </Button>
        {draft.data?.draft != null && (
          <Button icon="file" onClick={() => saveCriteria('draft')}>
            Save the draft
          </Button>
        )}
        <Button icon="import" onClick={() => act('read-criteria')}>
          Read a criteria file
        </Button>
      </div>
    </section>
  );
}
