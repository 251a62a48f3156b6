// Every import so far: who, when, which file, what it did; each can be taken back, also weeks later.
import { Answer } from '../../api/Answer.tsx';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import { useTakeBack } from './use-take-back.ts';

export function History() {
  const batches = useRead('imports.list', {});
  const { members } = useWorkspace();
  const format = useFormat();
  const takeBack = useTakeBack();
  return (
    <Answer of={batches}>
      {rows =>
        rows.length === 0 ? null : (
          <section aria-labelledby="imports-so-far" className={styles.history}>
            <h2 id="imports-so-far">Imports so far</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">File</th>
                  <th scope="col">By</th>
                  <th scope="col">New</th>
                  <th scope="col">Updated</th>
                  <th scope="col">Refused</th>
                  <th scope="col">
                    <span className="hidden-visually">What can be done</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(batch => (
                  <tr key={batch.id}>
                    <td>
                      <DateText as="both" at={batch.at} />
                    </td>
                    <td>{batch.fileName}</td>
                    <td>{byId(members, batch.memberId)?.name}</td>
                    <td>{format.whole(batch.counts.created)}</td>
                    <td>{format.whole(batch.counts.updated)}</td>
                    <td>{format.whole(batch.counts.refused)}</td>
                    <td>
                      {batch.undoneAt === null ? (
                        <Button icon="undo" onClick={() => takeBack(batch.id)} size="small">
                          Take back
                        </Button>
                      ) : (
                        <span className={styles.quiet}>
                          taken back <DateText at={batch.undoneAt} />
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      }
    </Answer>
  );
}
