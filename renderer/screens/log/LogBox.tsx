// Log box: the lead in sight or those it was opened for, as one line or as three fields, with what was left in it before.
import { useState } from 'react';
import { mostOfLine } from '../../../shared/log-line.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { logFor } from '../../parts/navigation/focused-lead.ts';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';
import { draftKey, findDraft, otherLines } from './drafts.ts';
import { LogFields } from './LogFields.tsx';
import { LineForm } from './line/LineForm.tsx';
import type { Meant } from './line/shown.ts';

type BoxProps = {
  /** The lead in sight, who is probably meant. */
  readonly leadId: string | null;
  /** People this was opened for; they take precedence over the focused lead. */
  readonly leads: readonly { readonly id: string; readonly name: string }[];
  /** What, when and note as they were logged last. */
  readonly again: boolean;
  readonly onClose: () => void;
};

type Form = 'line' | 'fields';

export function LogBox({ leadId, leads, again, onClose }: BoxProps) {
  const { file } = useWorkspace();
  const seen = useRead('leads.get', { id: leadId ?? '' }, { when: leadId !== null && leads.length === 0 });
  const [chosen, setChosen] = useState<Form>(() =>
    readPreference('log-form', 'line') === 'fields' ? 'fields' : 'line',
  );
  /** A line that was left for other people. */
  const [other, setOther] = useState<string | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const inSight = leadId === null || seen.error ? [] : [{ id: leadId, name: seen.data?.name ?? '…' }];
  const meant: Meant = leads.length > 0 ? { leads, named: true } : { leads: inSight, named: false };
  // Repeating an entry, a pasted list and many people at once are the three fields' own.
  const form: Form = again || pasted !== null || leads.length > mostOfLine ? 'fields' : chosen;
  const ids = leads.map(({ id }) => id);
  const key = other ?? draftKey(form, file, again ? [...ids, 'again'] : ids);
  const choose = (next: Form) => {
    setOther(null);
    savePreference('log-form', next);
    setChosen(next);
  };
  if (form === 'line') {
    const draft = findDraft('line', key);
    return (
      <LineForm
        draft={draft}
        draftKey={key}
        key={key}
        meant={draft?.meant ?? meant}
        onAgain={() => logFor(leads)}
        onClose={onClose}
        onFields={() => choose('fields')}
        onList={setPasted}
        onOther={setOther}
        others={otherLines(file, key)}
      />
    );
  }
  return (
    <LogFields
      again={again}
      draft={pasted === null ? findDraft('fields', key) : null}
      draftKey={key}
      meant={meant}
      onClose={onClose}
      onLine={leads.length > mostOfLine ? null : () => choose('line')}
      pasted={pasted}
    />
  );
}
