// The log box: who, what, when, in one line. Enter goes on; after "what" it is logged.
import { useRef, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './log.module.css';
import { doneWords, namesOf } from './log-words.ts';
import { isDayFirst, parseWhen } from './parse-when.ts';
import { type Picked, Suggest, type Suggestion } from './Suggest.tsx';
import { fittingTypes, lastTypeId, rememberType } from './types.ts';

type Person = { readonly id: string; readonly name: string };

const newPerson = 'new';

/** `leadId`: the lead in sight, who is probably meant. */
export function LogBox({ leadId, onClose }: { readonly leadId: string | null; readonly onClose: () => void }) {
  const seen = useRead('leads.get', { id: leadId ?? '' }, { when: leadId !== null });
  const [picked, setPicked] = useState<readonly Person[] | null>(null);
  const meant = seen.data ? [{ id: seen.data.lead.id, name: seen.data.name }] : [];
  if (leadId !== null && !seen.data && !seen.error) return null;
  return <LogLine onClose={onClose} onPeople={setPicked} people={picked ?? meant} />;
}

type LineProps = {
  readonly people: readonly Person[];
  readonly onPeople: (people: readonly Person[]) => void;
  readonly onClose: () => void;
};

function LogLine({ people, onPeople, onClose }: LineProps) {
  const format = useFormat();
  const [who, setWho] = useState('');
  const [what, setWhat] = useState('');
  const [typeId, setTypeId] = useState<string | null>(null);
  const [when, setWhen] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const whatInput = useRef<HTMLInputElement>(null);
  const whoInput = useRef<HTMLInputElement>(null);
  const types = useRead('activityTypes.list', {}).data ?? [];
  const found = useRead('leads.list', { search: who, limit: 7 }, { when: who.trim() !== '', keep: true }).data;
  const log = useCommand('activities.log');
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
  const whatOptions = fittingTypes(types, what).map(one => ({ key: one.id, label: one.label }));

  async function pickPerson(option: Suggestion, how: Picked) {
    const person = option.key === newPerson ? await addPerson() : { id: option.key, name: option.label };
    if (!person) return;
    onPeople([...people, person]);
    setWho('');
    if (how !== 'passing') (how === 'more' ? whoInput : whatInput).current?.focus();
  }

  async function addPerson(): Promise<Person | null> {
    const words = who.trim();
    const [firstName = words, ...rest] = words.split(/\s+/);
    const facts = words.includes('@') ? { email: words } : { firstName, lastName: rest.join(' ') || null };
    const result = await create.run({ facts });
    return result.ok ? { id: result.value.id, name: words } : null;
  }

  const send = useOnce(async (chosen: string | null) => {
    const id = chosen ?? typeId;
    if (people.length === 0) return setProblem('Who was it? Type part of a name, a company or an e-mail.');
    if (id === null) return setProblem('What happened? Type a word of it, such as demo.');
    if (whenProblem) return;
    const result = await log.run(
      { leadIds: people.map(person => person.id), typeId: id, when: moment, note: note.trim() || null },
      {
        // A promotion is told by whoever watches for them, wherever it comes from.
        done: ({ promoted }) =>
          promoted.length > 0 ? null : doneWords(types.find(one => one.id === id)?.label ?? '', people),
        quiet: true,
      },
    );
    if (!result.ok) return setProblem(result.error.message);
    rememberType(id);
    onClose();
  });

  return (
    <Dialog
      actions={
        <Button disabled={log.busy} look="primary" onClick={() => send(null)}>
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
          before={people.map(person => (
            <span className={styles.person} key={person.id}>
              {person.name}
              <IconButton
                icon="close"
                label={`Leave out ${person.name}`}
                onClick={() => onPeople(people.filter(other => other !== person))}
                size="small"
              />
            </span>
          ))}
          input={whoInput}
          label="Who"
          onBack={() => onPeople(people.slice(0, -1))}
          onChange={setWho}
          onDone={() => whatInput.current?.focus()}
          onPick={pickPerson}
          options={whoOptions}
          placeholder={people.length === 0 ? 'Name, company or e-mail' : ''}
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
      <p className={styles.keys}>
        Enter goes on, and logs after “What”; Tab goes on to “When”. Shift+Enter adds one more person.{' '}
        {people.length > 1 && `This is logged for ${people.length} people: ${namesOf(people)}.`}
      </p>
    </Dialog>
  );
}
