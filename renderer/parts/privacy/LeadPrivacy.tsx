// Privacy of one lead: restrictions with their reason, consent with its proof, a copy of the data, and erasing.

import { useState } from 'react';
import type { LeadPrivacy as Privacy } from '../../../shared/contract/privacy.ts';
import { legalBases, legalBasisLabels } from '../../../shared/privacy.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice, InlineDate } from '../../ui/fields/InlineChoice.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import lead from '../lead/lead.module.css';
import { SectionTitle } from '../lead/SectionTitle.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './privacy.module.css';

const bases = legalBases.map(value => ({ value, label: legalBasisLabels[value] }));

type Props = { readonly id: string; readonly name: string; readonly onGone: () => void };

export function LeadPrivacy({ id, name, onGone }: Props) {
  const privacy = useRead('privacy.ofLead', { id }).data;
  const { run } = useCommand('privacy.setLead');
  const [erasing, setErasing] = useState(false);
  const save =
    <K extends keyof Privacy>(field: K) =>
    async (value: Privacy[K]) =>
      errorMessage(await run({ id, change: { [field]: value } }, { quiet: true }));
  const copy = useOnce(async (format: 'json' | 'pdf') => {
    const result = await call('privacy.savePerson', { id, format });
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
    else if (result.value.path !== null) showToast(`Everything about ${name} is in ${result.value.path}.`);
  });
  if (!privacy) return null;
  return (
    <section aria-labelledby="privacy" className={lead.section}>
      <SectionTitle id="privacy">Privacy</SectionTitle>
      <InlineText
        label="Do not contact"
        meaning="The reason. With one, this lead is skipped by nurture plans and reminders, and counts as unsubscribed in exports."
        onSave={save('doNotContact')}
        placeholder="Add a reason to forbid contact"
        value={privacy.doNotContact}
      />
      <InlineText
        label="Do not score"
        meaning="The reason. With one, this lead has no score and never becomes MQL by the score."
        onSave={save('doNotScore')}
        placeholder="Add a reason to forbid scoring"
        value={privacy.doNotScore}
      />
      <InlineDate label="Consent given on" onSave={save('consentOn')} value={privacy.consentOn} />
      <InlineText
        label="Consent source"
        onSave={save('consentSource')}
        placeholder="Such as a form or a fair"
        value={privacy.consentSource}
      />
      <InlineText
        kind="notes"
        label="Consent wording"
        onSave={save('consentWording')}
        placeholder="The words agreed to"
        value={privacy.consentWording}
      />
      <InlineChoice
        label="Legal basis"
        onSave={async value => save('legalBasis')(legalBases.find(basis => basis === value) ?? null)}
        options={bases}
        value={privacy.legalBasis}
      />
      <div className={styles.buttons}>
        <Button onClick={() => copy('pdf')} size="small">
          Save all data as PDF
        </Button>
        <Button onClick={() => copy('json')} size="small">
          Save as JSON
        </Button>
        <Button icon="trash" look="plain" onClick={() => setErasing(true)} size="small">
          Erase person
        </Button>
      </div>
      {erasing && (
        <EraseDialog id={id} name={name} onClose={() => setErasing(false)} onGone={onGone} reason="request" />
      )}
    </section>
  );
}
