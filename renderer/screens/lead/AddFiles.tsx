// Asks of chosen files where they are kept, and says how the workspace grows.
import { type FormEvent, useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { sizeText } from '../../../shared/lead-file.ts';
import { call } from '../../api/call.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import files from './lead-files.module.css';

type Props = { readonly leadId: string; readonly tokens: readonly string[]; readonly onDone: () => void };
type Looked = Output<'leadFiles.look'>;

const ways = [
  { value: 'inside', label: 'Keep in the workspace' },
  { value: 'outside', label: 'Keep where it lies' },
] as const;
type Way = (typeof ways)[number]['value'];

const nameOf = (token: string): string => token.slice(token.indexOf('/') + 1);

/** "Quote.pdf", "3 files". */
const namesText = (names: readonly string[]): string =>
  names.length === 1 ? `“${names[0]}”` : `${names.length} files`;

export function AddFiles({ leadId, tokens, onDone }: Props) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [chosen, setChosen] = useState<Way | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const add = useCommand('leadFiles.add');
  useEffect(() => {
    let stale = false;
    void call('leadFiles.look', { files: tokens.map(path => ({ path })) }).then(result => {
      if (stale) return;
      if (result.ok) setLooked(result.value);
      else setProblem(result.error.message);
    });
    return () => {
      stale = true;
    };
  }, [tokens]);
  const all = looked?.files ?? [];
  const refused = all.flatMap(one => one.refused ?? []);
  const tooBig = all.flatMap(one => one.tooBig ?? []);
  const good = all.filter(one => one.refused === null);
  const size = good.reduce((sum, one) => sum + one.size, 0);
  const isFull = looked !== null && looked.used + size > looked.most;
  const way = chosen ?? (tooBig.length > 0 || isFull ? 'outside' : 'inside');
  const stops =
    way === 'inside' &&
    (tooBig[0] ??
      (isFull && looked ? `Files take ${sizeText(looked.used)} of ${sizeText(looked.most)} already.` : null));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = tokens.filter((_, index) => all[index]?.refused === null).map(path => ({ path }));
    if (stops || wanted.length === 0) return;
    const result = await add.run(
      { leadId, files: wanted, inside: way === 'inside' },
      { done: `${namesText(good.map(({ name }) => name))} added.`, quiet: true },
    );
    if (result.ok) onDone();
    else setProblem(errorMessage(result));
  }

  return (
    <form aria-label="Add files" className={files.form} onSubmit={submit}>
      <p>
        {tokens.map((token, index) => (
          <span key={token}>
            {index > 0 && ', '}
            <b>{nameOf(token)}</b>
            {all[index]?.refused === null && ` ${sizeText(all[index]?.size ?? 0)}`}
          </span>
        ))}
      </p>
      {looked === null && problem === null && <Skeleton lines={1} />}
      {refused.map(sentence => (
        <p className={files.problem} key={sentence}>
          {sentence}
        </p>
      ))}
      {good.length > 0 && looked && (
        <>
          <Segments label="Where it is kept" onChange={setChosen} options={ways} value={way} />
          {stops ? (
            <p className={files.problem}>{stops} Keep it where it lies instead.</p>
          ) : (
            <p className={files.about}>
              {way === 'inside'
                ? `The workspace grows by ${sizeText(size)}; files then take ${sizeText(looked.used + size)} of ${sizeText(looked.most)}. Each backup grows as much.`
                : 'Only its place is noted. It is in no backup, is not locked with the workspace, and is missing when it is moved.'}
            </p>
          )}
        </>
      )}
      {problem !== null && (
        <p className={files.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={files.buttons}>
        <Button disabled={add.busy || good.length === 0 || Boolean(stops)} look="primary" size="small" type="submit">
          {good.length > 1 ? `Add ${good.length} files` : 'Add file'}
        </Button>
        <Button onClick={onDone} size="small">
          Cancel
        </Button>
      </div>
    </form>
  );
}
