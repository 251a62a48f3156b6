// Asks once who works at this computer, when a workspace is shared or joined: a member, or a new one.
import { type FormEvent, useState } from 'react';
import type { Member } from '../../../shared/workspace.ts';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import styles from './sharing.module.css';

const sides = [
  { value: 'marketing', label: 'Marketing' },
  { value: 'sales', label: 'Sales' },
  { value: 'both', label: 'Both' },
] as const;

export function WhoAreYou({ onClose }: { readonly onClose: () => void }) {
  const { members } = useWorkspace();
  const [name, setName] = useState('');
  const [side, setSide] = useState<Member['side']>('sales');
  const [problem, setProblem] = useState<string | null>(null);
  const { run: save } = useCommand('settings.update');
  const { run: addMember } = useCommand('members.save');
  const here = members.filter(member => !member.archived);
  const choose = (id: string, called: string) => {
    onClose();
    void save({ actingAs: id }, { done: `Acting as ${called}.` });
  };
  const add = useOnce(async () => {
    const typed = name.trim();
    if (typed === '') return setProblem('Enter your name.');
    const result = await addMember({ id: null, name: typed, side, archived: false }, { quiet: true });
    if (result.ok) choose(result.value.id, typed);
    else setProblem(result.error.message);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <Dialog actions={<Button onClick={onClose}>Not now</Button>} onClose={onClose} title="Who are you?">
      <div className={styles.form}>
        <p>What you log and decide on this computer gets your name, and the other computers show it.</p>
        {here.length > 0 && (
          <ul aria-label="Members" className={styles.members}>
            {here.map(({ id, name: called }, index) => (
              <li key={id}>
                <Button
                  {...(index === 0 ? { 'data-autofocus': true } : {})}
                  icon="person"
                  onClick={() => choose(id, called)}
                >
                  {called}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form className={styles.newMember} onSubmit={submit}>
          <Input
            error={problem}
            label={here.length > 0 ? 'Not in the list? Your name' : 'Your name'}
            onChange={text => {
              setName(text);
              setProblem(null);
            }}
            value={name}
          />
          <Segments label="Your department" onChange={setSide} options={sides} value={side} />
          <Button look="primary" type="submit">
            Add me
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
