// The log box as three fields: who, what, when. Enter goes on; after "what" it is logged.

import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { leadButton } from '../../api/lead-button.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { lastTypeId, rememberType } from '../../parts/leads/activity-types.ts';
import { TouchFields, type TypedTouch } from '../../parts/leads/TouchFields.tsx';
import { logFor } from '../../parts/navigation/focused-lead.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { useFormat } from '../../ui/format.tsx';
import { dropDraft, type FieldsDraft, keepDraft } from './drafts.ts';
import { FieldsKeys } from './FieldsKeys.tsx';
import { lastLog, saveLastLog } from './last.ts';
import type { Meant } from './line/shown.ts';
import styles from './log.module.css';
import { comingIn, known, type LogLead } from './log-leads.ts';
import { asLeads, type MatchedContact, PastedContacts } from './PastedContacts.tsx';
import { type PickedBy, Suggest, type Suggestion } from './Suggest.tsx';
import { newLead, otherLead, useWhat, useWho } from './suggestions.tsx';
import { useSend } from './use-send.ts';

type FieldsProps = {
  readonly again: boolean;
  readonly draft: FieldsDraft | null;
  readonly draftKey: string;
  readonly meant: Meant;
  /** A list of people that was pasted in the line. */
  readonly pasted: string | null;
  readonly onClose: () => void;
  /** Null: the line takes fewer people. */
  readonly onLine: (() => void) | null;
};

export function LogFields({ meant, again, draft, draftKey, pasted: list, onLine, onClose }: FieldsProps) {
  const format = useFormat();
  const [last] = useState(lastLog);
  const start = draft ? { ...draft, label: draft.what } : again ? last : null;
  const [chosen, onLeads] = useState<readonly LogLead[] | null>(draft?.leads ?? null);
  const picked = chosen !== null;
  const single = chosen ?? meant.leads.map(({ id, name }) => known(id, name));
  const [contacts, setContacts] = useState<readonly MatchedContact[]>([]);
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const pasted = asLeads(contacts, out);
  const leads = [
    ...single,
    ...pasted.filter(contact => contact.id === null || !single.some(({ id }) => id === contact.id)),
  ];
  const [who, setWho] = useState(draft?.who ?? '');
  const [what, setWhat] = useState(start?.label ?? '');
  const [typeId, setTypeId] = useState<string | null>(start?.typeId ?? null);
  const [when, setWhen] = useState(start?.when ?? '');
  const [note, setNote] = useState(start?.note ?? '');
  const [touch, setTouch] = useState<TypedTouch>(start?.touch ?? { campaignId: null, content: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const whatInput = useRef<HTMLInputElement>(null);
  const whoInput = useRef<HTMLInputElement>(null);
  const types = useRead('activityTypes.list', {}).data ?? [];
  const sender = useSend();

  const text = when.trim().slice(0, 100);
  const date = useRead('activities.parseDate', { text }, { when: text !== '' }).data;
  const instant = text === '' ? null : (date?.past[0] ?? null);
  const whenProblem =
    text === '' || !date || instant ? null : date.future.length > 0 ? 'This day is still to come.' : date.why;
  const type = types.find(one => one.id === typeId);

  const whoOptions = useWho(who, leads);
  const whatOptions = useWhat(what, types, { leads, picked });

  function pickLead(option: Suggestion, how: PickedBy) {
    const listedLead = option.key === newLead ? comingIn(who) : known(option.key, option.label);
    onLeads([...single, listedLead]);
    setWho('');
    if (how !== 'passing') (how === 'more' ? whoInput : whatInput).current?.focus();
  }

  function takeList(text: string) {
    void call('bulkLog.match', { text: text.slice(0, 200_000) }).then(result => {
      if (!result.ok) return setProblem(result.error.message);
      if (result.value.length === 0) return setProblem('No people found in the pasted text.');
      setProblem(null);
      if (!picked) onLeads([]);
      setContacts(result.value);
      setOut(new Set());
      announce(`${result.value.length} people pasted.`);
      whatInput.current?.focus();
    });
  }

  /** A list of several lines is people; one line is part of a name. */
  function paste(text: string): boolean {
    const isList = /\S[\r\n]+\s*\S/.test(text);
    if (isList) takeList(text);
    return isList;
  }
  const listed = useRef(false);
  useEffect(() => {
    if (list === null || listed.current) return;
    listed.current = true;
    takeList(list);
  });

  /** What was typed comes back when the box is opened again. */
  function keep() {
    const typed = [who, what, when, note, touch.content].map(part => part.trim()).filter(Boolean);
    const kept = { leads: chosen, who, what, typeId, when, note, touch };
    if (typed.length > 0 || (chosen?.length ?? 0) > 0) keepDraft('fields', draftKey, kept, typed.join(', '));
    else dropDraft(draftKey);
  }

  const send = useOnce(async (chosen: string | null) => {
    const id = chosen ?? typeId;
    if (leads.length === 0) return setProblem('Choose a person: type part of a name, company or e-mail.');
    if (id === null && what.trim() !== '')
      return setProblem(`There is no activity type “${what.trim()}”. Type part of a name, such as demo.`);
    if (id === null) return setProblem('Choose an activity: type part of its name, such as demo.');
    const at = text === '' ? null : await readDate(text);
    if (at === undefined) return;
    const label = types.find(one => one.id === id)?.label ?? '';
    rememberType(id);
    saveLastLog({ typeId: id, label, when: when.trim(), note: note.trim(), touch });
    const { campaignId } = touch;
    const about = { note: note.trim() || null, campaignId, content: touch.content.trim() || null };
    const sending = sender.run(leads, label, { typeId: id, when: at, ...about });
    dropDraft(draftKey);
    // The next key is meant for the screen behind; what is refused can be opened again as it was.
    const here = leads.flatMap(({ id: personId, name }) => (personId === null ? [] : [{ id: personId, name }]));
    if (here.length === leads.length) onClose();
    const result = await sending;
    if (here.length < leads.length) {
      if (result.ok) return onClose();
      return setProblem(result.error.message);
    }
    if (result.ok) return;
    showToast(`${label} was not logged. ${result.error.message}`, {
      tone: 'problem',
      action: { label: 'Open it again', run: () => logFor(here, 'log-again') },
      also: leadButton(result.error.lead),
    });
  });

  return (
    <Dialog
      help="log"
      actions={
        <>
          {onLine && (
            <Button
              look="plain"
              onClick={() => {
                keep();
                onLine();
              }}
            >
              Use one line
            </Button>
          )}
          <Button disabled={sender.busy} look="primary" onClick={() => send(null)}>
            Log
          </Button>
        </>
      }
      onClose={() => {
        keep();
        onClose();
      }}
      title="Log activity"
      width="wide"
    >
      <div className={styles.line}>
        <Suggest
          autoFocus={leads.length === 0}
          before={single.map(listedLead => (
            <span className={styles.lead} key={listedLead.id ?? listedLead.name}>
              {listedLead.name}
              {listedLead.id === null && <small className={styles.after}>&nbsp;new</small>}
              <IconButton
                icon="close"
                label={`Remove ${listedLead.name}`}
                onClick={() => onLeads(single.filter(other => other !== listedLead))}
                size="small"
              />
            </span>
          ))}
          input={whoInput}
          label="Who"
          onBack={() => onLeads(single.slice(0, -1))}
          onChange={setWho}
          onDone={() => whatInput.current?.focus()}
          onPaste={paste}
          onPick={pickLead}
          options={whoOptions}
          placeholder={
            leads.length === 0 ? 'Name, company or e-mail' : pasted.length > 0 ? `${leads.length} people` : ''
          }
          value={who}
        />
        <Suggest
          autoFocus={leads.length > 0}
          input={whatInput}
          label="What"
          onChange={text => {
            setWhat(text);
            setTypeId(null);
          }}
          onPick={(option, how) => {
            if (option.key.startsWith(otherLead)) {
              onLeads([known(option.key.slice(otherLead.length), option.label)]);
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
        <label className={styles.index}>
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
            {whenProblem ??
              (instant ? `${format.longDate(instant.date)}${instant.time ? `, ${instant.time}` : ''}` : '')}
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
      <div className={styles.touch}>
        <TouchFields layout="stack" onChange={setTouch} onEnter={() => send(null)} value={touch} />
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {contacts.length > 0 ? (
        <PastedContacts contacts={contacts} onOut={setOut} out={out} />
      ) : (
        <FieldsKeys
          last={again ? null : last}
          leads={leads}
          onRepeat={entry => {
            setWhat(entry.label);
            setTypeId(entry.typeId);
            setWhen(entry.when);
            setNote(entry.note);
            setTouch(entry.touch);
            (leads.length > 0 ? whatInput : whoInput).current?.focus();
          }}
        />
      )}
    </Dialog>
  );
}

/** Null: now; undefined: it is no day on which something can have happened, and the field says so. */
async function readDate(text: string) {
  const result = await call('activities.parseDate', { text });
  return result.ok ? result.value.past[0] : undefined;
}
