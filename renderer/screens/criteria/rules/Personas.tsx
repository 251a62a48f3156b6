// Personas: several kinds of ideal customer, each with its own fit rules; the best one counts for a lead.
import type { FitRule, Persona } from '../../../../shared/criteria.ts';
import { fitRuleText } from '../../../../shared/criteria-text.ts';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { useRuleEdits, useRules } from '../../../parts/criteria/rules-context.tsx';
import { useRuleNames } from '../../../parts/criteria/use-rule-names.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Help } from '../../../ui/Help.tsx';
import { TextCell } from '../../../ui/sheet/Cell.tsx';
import { addRule, focusRule, newRuleId, withoutRule, withRule } from './change-rules.ts';
import { FitCells, newFitRule } from './FitCells.tsx';
import { FitRuleSheet } from './FitRuleSheet.tsx';

export function Personas() {
  const { criteria, edit } = useRules();
  const personas = criteria.personas ?? [];
  const add = () =>
    edit(addRule('personas', { id: newRuleId(), label: `Persona ${personas.length + 1}`, fit: [newFitRule()] }), {
      what: 'add a persona to the draft',
    });
  return (
    <section aria-labelledby="personas" className={styles.personas}>
      <h3 id="personas">
        <Help meaning="Several kinds of ideal customer, each with its own fit rules beside those above. For each lead the best one counts, and its name is shown on the receipt.">
          Personas
        </Help>
      </h3>
      {personas.map(persona => (
        <PersonaSheet key={persona.id} persona={persona} />
      ))}
      <Button icon="plus" onClick={add}>
        Add a persona
      </Button>
    </section>
  );
}

function PersonaSheet({ persona }: { readonly persona: Persona }) {
  const { edit } = useRuleEdits();
  const names = useRuleNames();
  const { id, label, fit } = persona;
  const set = (change: Partial<Persona>) => edit(withRule('personas', id, change), { what: 'change a persona' });
  const setRule = (rule: FitRule, change: Partial<FitRule>) =>
    set({ fit: fit.map(one => (one.id === rule.id ? { ...one, ...change } : one)) });
  return (
    <section aria-label={`Persona ${label}`}>
      <div className={styles.personaName}>
        <TextCell
          column="called"
          label={`Name of the persona ${label}`}
          onSave={text => {
            if (text === '') return 'Enter a name for the persona (shown on the receipt).';
            set({ label: text });
            return null;
          }}
          value={label}
        />
        <IconButton
          icon="trash"
          label={`Remove persona ${label}`}
          onClick={() => edit(withoutRule('personas', id), { what: 'remove a persona from the draft' })}
          size="small"
        />
      </div>
      <FitRuleSheet
        caption={`Points for fit of ${label}`}
        last={{ label: 'Points', isNumber: true }}
        nothing="No rules for this persona yet."
        onAdd={() => {
          const rule = newFitRule();
          set({ fit: [...fit, rule] });
          focusRule(rule.id);
        }}
      >
        {fit.map(rule => (
          <FitCells
            key={rule.id}
            onChange={change => setRule(rule, change)}
            reading={fitRuleText(rule, names)}
            remove={
              <td className={styles.remove}>
                <IconButton
                  icon="close"
                  label={`Remove ${fitRuleText(rule, names)}`}
                  onClick={() => set({ fit: fit.filter(one => one.id !== rule.id) })}
                  size="small"
                />
              </td>
            }
            rule={rule}
          />
        ))}
      </FitRuleSheet>
    </section>
  );
}
