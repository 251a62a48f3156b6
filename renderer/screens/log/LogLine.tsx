// The line of the log box: who, what, when. Enter goes on; after "what" it is logged.

import { useRef, useState } from 'react';
import { keysOf } from '../../../shared/actions.ts';
import { call } from '../../api/call.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { logFor } from '../../app/lead-in-sight.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { showToast } from '../../ui/feedback/toast-store.ts';
import { useFormat } from '../../ui/format.tsx';
import { asPeople, type Guest, GuestList } from './GuestList.tsx';
import { lastLog, lastWords, rememberLog } from './last.ts';
import styles from './log.module.css';
import { namesOf } from './log-words.ts';
import { isDayFirst, parseWhen } from './parse-when.ts';
import { comingIn, known, type Person } from './people.ts';
import { type Picked, Suggest, type Suggestion } from './Suggest.tsx';
import { newPerson, otherPerson, useWhat, useWho } from './suggestions.tsx';
import { lastTypeId, rememberType } from './types.ts';
import { useSend } from './use-send.ts';

type LineProps = {
  readonly again: boolean;
  readonly people: readonly Person[];
  /** They were chosen here, not meant by where one was. */
  readonly picked: boolean;
  readonly onPeople: (people: readonly Person[]) => void;
  readonly onClose: () => void;
};

export function LogLine({ people: single, picked, again, onPeople, onClose }: LineProps) {
  const format = useFormat();
  const [last] = useState(lastLog);
  const start = again ? last : null;
  const [guests, setGuests] = useState<readonly Guest[]>([]);
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const pasted = asPeople(guests, out);
  const people = [...single, ...pasted.filter(guest => guest.id === null || !single.some(({ id }) => id === guest.id))];
  const [who, setWho] = useState('');
  const [what, setWhat] = useState(start?.label ?? '');
  const [typeId, setTypeId] = useState<string | null>(start?.typeId ?? null);
  const [when, setWhen] = useState(start?.when ?? '');
  const [note, setNote] = useState(start?.note ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const whatInput = useRef<HTMLInputElement>(null);
  const whoInput = useRef<HTMLInputElement>(null);
  const types = useRead('activityTypes.list', {}).data ?? [];
  const sender = useSend();

  const moment =
    when.trim() === '' ? null : parseWhen(when, { today: format.today, dayFirst: isDayFirst(format.locale) });
  const whenProblem =
    when.trim() !== '' && moment === null ? 'Enter a day, such as yesterday, last Friday or 3 May.' : null;
  const type = types.find(one => one.id === typeId);

  const whoOptions = useWho(who, people);
  const whatOptions = useWhat(what, types, { people, picked });

  function pickPerson(option: Suggestion, how: Picked) {
    const person = option.key === newPerson ? comingIn(who) : known(option.key, option.label);
    onPeople([...single, person]);
    setWho('');
    if (how !== 'passing') (how === 'more' ? whoInput : whatInput).current?.focus();
  }

  /** A list of several lines is people; one line is part of a name. */
  function paste(text: string): boolean {
    if (!/\S[\r\n]+\s*\S/.test(text)) return false;
    void call('guests.recognise', { text: text.slice(0, 200_000) }).then(result => {
      if (!result.ok) return setProblem(result.error.message);
      if (result.value.length === 0) return setProblem('No people found in the pasted text.');
      setProblem(null);
      if (!picked) onPeople([]);
      setGuests(result.value);
      setOut(new Set());
      announce(`${result.value.length} people pasted.`);
      whatInput.current?.focus();
    });
    return true;
  }

  const send = useOnce(async (chosen: string | null) => {
    const id = chosen ?? typeId;
    if (people.length === 0) return setProblem('Choose a person: type part of a name, company or e-mail.');
    if (id === null && what.trim() !== '')
      return setProblem(`There is no activity type “${what.trim()}”. Type part of a name, such as demo.`);
    if (id === null) return setProblem('Choose an activity: type part of its name, such as demo.');
    if (whenProblem) return;
    const label = types.find(one => one.id === id)?.label ?? '';
    rememberType(id);
    rememberLog({ typeId: id, label, when: when.trim(), note: note.trim() });
    const sending = sender.run(people, label, { typeId: id, when: moment, note: note.trim() || null });
    // The next key is meant for the screen behind; what is refused can be opened again as it was.
    const here = people.flatMap(({ id: personId, name }) => (personId === null ? [] : [{ id: personId, name }]));
    if (here.length === people.length) onClose();
    const result = await sending;
    if (here.length < people.length) {
      if (result.ok) return onClose();
      return setProblem(result.error.message);
    }
    if (result.ok) return;
    showToast(`${label} was not logged. ${result.error.message}`, {
      tone: 'problem',
      action: { label: 'Open it again', run: () => logFor(here, 'log-again') },
    });
  });

  return (
    <Dialog
      actions={
        <Button disabled={sender.busy} look="primary" onClick={() => send(null)}>
          Log
        </Button>
      }
      onClose={onClose}
      title="Log activity"
      width="wide"
    >
      <div className={styles.line}>
        <Suggest
          autoFocus={people.length === 0}
          before={single.map(person => (
            <span className={styles.person} key={person.id ?? person.name}>
              {person.name}
              {person.id === null && <small className={styles.after}>&nbsp;new</small>}
              <IconButton
                icon="close"
                label={`Remove ${person.name}`}
                onClick={() => onPeople(single.filter(other => other !== person))}
                size="small"
              />
            </span>
          ))}
          input={whoInput}
          label="Who"
          onBack={() => onPeople(single.slice(0, -1))}
          onChange={setWho}
          onDone={() => whatInput.current?.focus()}
          onPaste={paste}
          onPick={pickPerson}
          options={whoOptions}
          placeholder={
            people.length === 0 ? 'Name, company or e-mail' : pasted.length > 0 ? `${people.length} people` : ''
          }
          value={who}
        />
        <Suggest
          autoFocus={people.length > 0}
          input={whatInput}
          label="What"
          onChange={text => {
            setWhat(text);
            setTypeId(null);
          }}
          onPick={(option, how) => {
            if (option.key.startsWith(otherPerson)) {
              onPeople([known(option.key.slice(otherPerson.length), option.label)]);
              setWhat('');
              return;
            }
            setWhat(option.label);
            setTypeId(option.key);
            if (how === 'enter') void send(option.key);
          }}
          options={type && what === type.label ? [] : whatOptions}
          onDone={() => send(what.trim() === '' ? lastTypeId() : null)}
          placeholder="demo, call, pricing …"
          value={what}
        />
        <label className={styles.place}>
          <span className={styles.word}>When</span>
          <input
            aria-describedby="log-when"
            aria-invalid={whenProblem ? true : undefined}
            autoComplete="off"
            className={styles.input}
            onChange={event => setWhen(event.target.value)}
            onKeyDown={event => event.key === 'Enter' && send(null)}
            placeholder="now"
            spellCheck={false}
            value={when}
          />
          <span className={styles.hint} data-problem={whenProblem !== null} id="log-when">
            {whenProblem ?? (moment ? `${format.longDate(moment.date)}${moment.time ? `, ${moment.time}` : ''}` : '')}
          </span>
        </label>
      </div>
      <input
        aria-label="Note"
        autoComplete="off"
        className={styles.note}
        onChange={event => setNote(event.target.value)}
        onKeyDown={event => event.key === 'Enter' && send(null)}
        placeholder="Note (optional)"
        value={note}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {guests.length > 0 ? (
        <GuestList guests={guests} onOut={setOut} out={out} />
      ) : (
        <div className={styles.keys}>
          <p>
            Enter moves on, and logs after “What”. Tab moves to “When”. Shift+Enter adds another person. Paste a list to
            add many. {people.length > 1 && `Logging for ${people.length} people: ${namesOf(people)}.`}
          </p>
          {last && !again && (
            <p className={styles.again}>
              Last time: {lastWords(last)}.
              <Button
                keys={keysOf('log-again')}
                look="plain"
                onClick={() => {
                  setWhat(last.label);
                  setTypeId(last.typeId);
                  setWhen(last.when);
                  setNote(last.note);
                  (people.length > 0 ? whatInput : whoInput).current?.focus();
                }}
                size="small"
              >
                Repeat
              </Button>
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
