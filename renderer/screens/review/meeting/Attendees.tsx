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
  const there = (names: readonly string[], on: boolean, done?: string) =>
    void run({ date: weekStart, there: { names: [...names], on } }, done === undefined ? {} : { done });
  const addGuest = () => {
    const name = guest.trim();
    if (name === '') return;
    setGuest('');
    there([name], true);
  };
  return (
    <fieldset className={styles.attendees}>
      <legend className="hidden-visually">Attendees</legend>
      {names.map(name => (
        <label className={chips.chip} key={name}>
          <input
            checked={attendees.includes(name)}
            className="hidden-visually"
            onChange={({ target: { checked } }) =>
              there([name], checked, checked ? undefined : `${name} removed from attendees.`)
            }
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
        <Button look="plain" onClick={() => there(team, true, 'Whole team added.')} size="small">
          Add whole team
        </Button>
      )}
    </fieldset>
  );
}
