// Attendees: team members and guests.
import { useState } from 'react';
import { useCommand } from '../../../api/use-command.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Button } from '../../../ui/Button.tsx';
import chips from '../../../ui/fields/chips.module.css';
import type { MeetingData } from '../review-context.tsx';
import styles from './attendees.module.css';

export function Attendees({ meeting: { attendees, weekStart } }: { readonly meeting: MeetingData }) {
  const { members } = useWorkspace();
  const { run } = useCommand('meeting.note');
  const [guest, setGuest] = useState('');
  const team = members.filter(({ archived }) => !archived).map(({ name }) => name);
  const names = [...team, ...attendees.filter(name => !team.includes(name))];
  const save = (next: readonly string[], done?: string) =>
    run({ date: weekStart, attendees: [...next] }, done === undefined ? {} : { done });
  const toggle = (name: string) =>
    attendees.includes(name)
      ? save(
          attendees.filter(other => other !== name),
          `${name} removed from attendees.`,
        )
      : save([...attendees, name]);
  const addGuest = () => {
    const name = guest.trim();
    if (name === '') return;
    setGuest('');
    if (!attendees.includes(name)) void save([...attendees, name]);
  };
  return (
    <fieldset className={styles.attendees}>
      <legend className="hidden-visually">Attendees</legend>
      {names.map(name => (
        <label className={chips.chip} key={name}>
          <input
            checked={attendees.includes(name)}
            className="hidden-visually"
            onChange={() => void toggle(name)}
            type="checkbox"
          />
          <span>{name}</span>
        </label>
      ))}
      <input
        aria-label="Add guest"
        autoComplete="off"
        className={styles.guest}
        maxLength={200}
        onBlur={addGuest}
        onChange={event => setGuest(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          addGuest();
        }}
        placeholder="Add guest"
        value={guest}
      />
      {team.length > 1 && !team.every(name => attendees.includes(name)) && (
        <Button
          look="plain"
          onClick={() => void save([...new Set([...team, ...attendees])], 'Whole team added.')}
          size="small"
        >
          Add whole team
        </Button>
      )}
    </fieldset>
  );
}
