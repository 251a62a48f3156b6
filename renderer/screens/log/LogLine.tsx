// The line of the log box: who, what, when. Enter goes on; after "what" it is logged.

import { useRef, useState } from 'react';
import { keysOf } from '../../../shared/actions.ts';
import { fewAtOnce } from '../../../shared/contract/parts.ts';
import { call } from '../../api/call.ts';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { useFormat } from '../../ui/format.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { asPeople, type Guest, GuestList } from './GuestList.tsx';
import { lastLog, lastWords, rememberLog } from './last.ts';
import styles from './log.module.css';
import { doneWords, namesOf } from './log-words.ts';
import { isDayFirst, parseWhen } from './parse-when.ts';
import { asGuests, hasNew, known, type Person } from './people.ts';
import { type Picked, Suggest, type Suggestion } from './Suggest.tsx';
import { fittingTypes, lastTypeId, rememberType } from './types.ts';

const newPerson = 'new';
/** Before the id of a person among what can be logged. */
const otherPerson = 'person ';

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
  const found = useRead('leads.list', { search: who, limit: 7 }, { when: who.trim() !== '', keep: true }).data;
  const log = useCommand('activities.log');
  const bulk = useCommand('bulk.run');
  const logMany = useCommand('guests.log');
  const create = useCommand('leads.create');

  const moment =
    when.trim() === '' ? null : parseWhen(when, { today: format.today, dayFirst: isDayFirst(format.locale) });
  const whenProblem =
    when.trim() !== '' && moment === null ? 'Say a day, such as yesterday, last Friday or 3 May.' : null;
  const type = types.find(one => one.id === typeId);

  const candidates = (who.trim() === '' ? [] : (found?.rows ?? []))
    .filter(row => !people.some(person => person.id === row.id))
    .map(row => ({
      key: row.id,
      label: row.name,
      after: (
        <span className={styles.after}>
          <span className={styles.firm}>{row.name !== row.company && row.company}</span>{' '}
          <StageGlyph stage={row.stage} /> {row.score.total}
        </span>
      ),
    }));
  const asNew = { key: newPerson, label: `Add “${who.trim()}” as a new lead` };
  const whoOptions: readonly Suggestion[] = who.trim().length > 1 ? [...candidates, asNew] : candidates;
  const fitting = fittingTypes(types, what).map(one => ({ key: one.id, label: one.label }));
  // Somebody was merely in sight, and a name is typed where the activity belongs: another person is meant.
  const elseWho = !picked && people.length === 1 && fitting.length === 0 && what.trim().length > 1 ? what : '';
  const others = useRead('leads.list', { search: elseWho, limit: 5 }, { when: elseWho !== '', keep: true }).data;
  const otherOptions: readonly Suggestion[] =
    elseWho === ''
      ? []
      : (others?.rows ?? []).map(row => ({
          key: `${otherPerson}${row.id}`,
          label: row.name,
          after: <span className={styles.after}>instead of {people[0]?.name}</span>,
        }));
  const whatOptions: readonly Suggestion[] = fitting.length > 0 ? fitting : otherOptions;

  async function pickPerson(option: Suggestion, how: Picked) {
    const person = option.key === newPerson ? await addPerson() : known(option.key, option.label);
    if (!person) return;
    onPeople([...single, person]);
    setWho('');
    if (how !== 'passing') (how === 'more' ? whoInput : whatInput).current?.focus();
  }

  /** A list of several lines is people; one line is part of a name. */
  function paste(text: string): boolean {
    if (!/\S[\r\n]+\s*\S/.test(text)) return false;
    void call('guests.recognise', { text: text.slice(0, 200_000) }).then(result => {
      if (!result.ok) return setProblem(result.error.message);
      if (result.value.length === 0) return setProblem('There is nobody in what was pasted.');
      setProblem(null);
      if (!picked) onPeople([]);
      setGuests(result.value);
      setOut(new Set());
      announce(`${result.value.length} people pasted.`);
      whatInput.current?.focus();
    });
    return true;
  }

  async function addPerson(): Promise<Person | null> {
    const words = who.trim();
    const [firstName = words, ...rest] = words.split(/\s+/);
    const facts = words.includes('@') ? { email: words } : { firstName, lastName: rest.join(' ') || null };
    const result = await create.run({ facts });
    return result.ok ? known(result.value.id, words) : null;
  }

  const send = useOnce(async (chosen: string | null) => {
    const id = chosen ?? typeId;
    if (people.length === 0) return setProblem('Who was it? Type part of a name, a company or an e-mail.');
    if (id === null) return setProblem('What happened? Type a word of it, such as demo.');
    if (whenProblem) return;
    const label = types.find(one => one.id === id)?.label ?? '';
    const said = { typeId: id, when: moment, note: note.trim() || null };
    const result = hasNew(people)
      ? await logMany.run(
          { people: asGuests(people), ...said },
          {
            done: ({ logged, added }) => `Logged: ${label}, ${logged} people, ${added} of them new.`,
            quiet: true,
          },
        )
      : people.length > fewAtOnce
        ? await bulk.run(
            {
              jobId: crypto.randomUUID(),
              who: { by: 'ids', ids: people.flatMap(person => person.id ?? []) },
              deed: { do: 'log', ...said },
            },
            { done: doneWords(label, people), quiet: true },
          )
        : await log.run(
            { leadIds: people.flatMap(person => person.id ?? []), ...said },
            {
              // A promotion is told by whoever watches for them, wherever it comes from.
              done: ({ promoted }) => (promoted.length > 0 ? null : doneWords(label, people)),
              quiet: true,
            },
          );
    if (!result.ok) return setProblem(result.error.message);
    rememberType(id);
    rememberLog({ typeId: id, label, when: when.trim(), note: note.trim() });
    onClose();
  });

  return (
    <Dialog
      actions={
        <Button disabled={log.busy || logMany.busy} look="primary" onClick={() => send(null)}>
          Log
        </Button>
      }
      onClose={onClose}
      title="Log an activity"
      width="wide"
    >
      <div className={styles.line}>
        <Suggest
          autoFocus={people.length === 0}
          before={single.map(person => (
            <span className={styles.person} key={person.id ?? person.name}>
              {person.name}
              <IconButton
                icon="close"
                label={`Leave out ${person.name}`}
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
        placeholder="A note, if there is one"
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
            Enter goes on, and logs after “What”; Tab goes on to “When”. Shift+Enter adds one more person; a pasted list
            adds all of it. {people.length > 1 && `This is logged for ${people.length} people: ${namesOf(people)}.`}
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
                The same again
              </Button>
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
