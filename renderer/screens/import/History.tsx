// Import history with undo.
import { useState } from 'react';
import { ask } from '../../api/call.ts';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { addDropped, sourcesOf } from './dropped.ts';
import { HowUnderstood } from './HowUnderstood.tsx';
import styles from './import.module.css';
import type { ChosenSource } from './use-import.ts';
import { useTakeBack } from './use-take-back.ts';

/** `onLike` is given a file to be understood as an earlier import was. */
export function History({ onLike }: { readonly onLike: (source: ChosenSource, batchId: string) => void }) {
  const batches = useRead('imports.list', {});
  const { members } = useWorkspace();
  const format = useFormat();
  const takeBack = useTakeBack();
  const [open, setOpen] = useState<string | null>(null);

  async function another(batchId: string) {
    const { paths } = await ask('files.choose', { purpose: 'import' });
    const [source, ...others] = sourcesOf(paths);
    if (source === undefined) return;
    addDropped(others);
    onLike(source, batchId);
  }

  return (
    <QueryBoundary of={batches}>
      {rows =>
        rows.length === 0 ? null : (
          <section aria-labelledby="imports-so-far" className={styles.history}>
            <h2 id="imports-so-far">Import history</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard */}
            <section aria-label="Imports" className={styles.scroll} tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">File</th>
                    <th scope="col">By</th>
                    <th scope="col">New</th>
                    <th scope="col">Updated</th>
                    <th scope="col">Rejected</th>
                    <th scope="col">
                      <span className="hidden-visually">Actions</span>
                    </th>
                  </tr>
                </thead>
                {rows.map(batch => (
                  <tbody key={batch.id}>
                    <tr data-open={open === batch.id}>
                      <td>
                        <DateText as="both" at={batch.at} />
                      </td>
                      <td>{batch.fileName}</td>
                      <td>{byId(members, batch.memberId)?.name}</td>
                      <td>{format.whole(batch.counts.created)}</td>
                      <td>{format.whole(batch.counts.updated)}</td>
                      <td>{format.whole(batch.counts.rejected)}</td>
                      <td>
                        <div className={styles.rowTools}>
                          {batch.undoneAt === null ? (
                            <Button icon="undo" onClick={() => takeBack(batch.id)} size="small">
                              Undo import
                            </Button>
                          ) : (
                            <span className={styles.quiet}>
                              undone <DateText at={batch.undoneAt} />
                            </span>
                          )}
                          <IconButton
                            aria-expanded={open === batch.id}
                            icon={open === batch.id ? 'up' : 'down'}
                            label={`Mapping of ${batch.fileName}`}
                            onClick={() => setOpen(open === batch.id ? null : batch.id)}
                            size="small"
                          />
                        </div>
                      </td>
                    </tr>
                    {open === batch.id && (
                      <tr>
                        <td colSpan={7}>
                          <HowUnderstood batch={batch} onAnother={() => void another(batch.id)} />
                        </td>
                      </tr>
                    )}
                  </tbody>
                ))}
              </table>
            </section>
          </section>
        )
      }
    </QueryBoundary>
  );
}
