// Nurture plans: a few dated e-mails each, written in advance with fields that are filled in for one person.
import type { Output } from '../../../shared/contract.ts';
import { templateFields, templatePlan } from '../../../shared/nurture.ts';
import { rowKey } from '../../api/row-key.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { needed } from '../../parts/settings/use-settings.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { InlineNumber, InlineText } from '../../ui/fields/InlineText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { ArchivedList } from './ArchivedList.tsx';
import { PlanStarts, startsText } from './PlanStarts.tsx';
import styles from './settings.module.css';

type Plan = Output<'nurture.plans'>[number];
type Touch = Plan['touches'][number];

const onIt = (count: number) => (count === 0 ? 'no leads' : count === 1 ? '1 lead' : `${count} leads`);

export function NurturePlans() {
  const plans = useRead('nurture.plans', {});
  const { run, busy } = useCommand('nurture.savePlan');
  const add = (label: string, touches: readonly Omit<Touch, 'id'>[]) =>
    run(
      { id: null, label, archived: false, touches: touches.map(touch => ({ ...touch, id: null })) },
      { done: `“${label}” created.` },
    );
  return (
    <QueryBoundary of={plans}>
      {all => (
        <>
          {all
            .filter(plan => !plan.archived)
            .map(plan => (
              <PlanForm key={rowKey(plan.id)} plan={plan} />
            ))}
          <div className={styles.buttons}>
            <Button disabled={busy} icon="plus" onClick={() => add(templatePlan.label, templatePlan.touches)}>
              Add a plan (guide, case study, check-in)
            </Button>
            <Button
              disabled={busy}
              look="plain"
              onClick={() => add('New plan', [{ day: 0, label: 'First e-mail', subject: '', body: '' }])}
            >
              Start with an empty plan
            </Button>
          </div>
          <p className={styles.note}>
            Fields: {templateFields.map(field => `{{${field}}}`).join(' ')}. Add a fallback after “|”:{' '}
            {'{{first name|there}}'}.
          </p>
          <ArchivedList
            labelOf={plan => plan.label}
            onBack={plan => run({ id: plan.id, archived: false }, { done: `“${plan.label}” restored.` })}
            rows={all.filter(plan => plan.archived)}
            title="Archived"
          />
        </>
      )}
    </QueryBoundary>
  );
}

function PlanForm({ plan }: { readonly plan: Plan }) {
  const { run } = useCommand('nurture.savePlan');
  const { run: saveTouch } = useCommand('nurture.saveTouch');
  const { run: removeTouch } = useCommand('nurture.removeTouch');
  const { id: planId, count } = plan;
  const put = async (id: string, change: Partial<Omit<Touch, 'id'>>) =>
    errorMessage(await saveTouch({ planId, id, ...change }, { quiet: true }));
  const addTouch = () => {
    const day = (plan.touches.at(-1)?.day ?? -14) + 14;
    const touch = { planId, id: null, day, label: 'E-mail', subject: '', body: '' };
    void saveTouch(touch, { done: `E-mail added on day ${day}.` });
  };
  return (
    <details className={styles.plan}>
      <summary>
        <Icon name="right" size={14} />
        <b>{plan.label}</b>
        <span className={styles.unit}>
          {plan.touches.map(({ day }) => `day ${day}`).join(', ') || 'no e-mails yet'}; {onIt(count)}
          {startsText(plan.starts) !== null && `; ${startsText(plan.starts)}`}
        </span>
      </summary>
      <InlineText
        label="Name"
        onSave={needed(
          async label => errorMessage(await run({ id: planId, label }, { quiet: true })),
          'Enter a name for the plan.',
        )}
        value={plan.label}
      />
      <PlanStarts plan={plan} />
      {plan.touches.map(touch => (
        <fieldset className={styles.touch} key={rowKey(touch.id)}>
          <legend className="hidden-visually">{touch.label}</legend>
          <div className={styles.touchHead}>
            <InlineText
              label="E-mail"
              onSave={needed(label => put(touch.id, { label }), 'Enter a name for the e-mail.')}
              value={touch.label}
            />
            <InlineNumber
              after={<span className={styles.unit}>days after the start</span>}
              kind="number"
              label={`Days after the start, ${touch.label}`}
              layout="bare"
              onSave={needed(day => put(touch.id, { day }), 'Enter a number.')}
              value={touch.day}
            />
            <IconButton
              icon="trash"
              label={`Remove ${touch.label} from the plan`}
              onClick={() =>
                removeTouch(
                  { planId, id: touch.id },
                  { done: `“${touch.label}” removed. Leads already on the plan still get it.` },
                )
              }
              size="small"
            />
          </div>
          <InlineText
            label="Subject"
            onSave={subject => put(touch.id, { subject: subject ?? '' })}
            value={touch.subject || null}
          />
          <InlineText
            kind="notes"
            label="Text"
            onSave={body => put(touch.id, { body: body ?? '' })}
            value={touch.body || null}
          />
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button icon="plus" onClick={addTouch} size="small">
          Add an e-mail
        </Button>
        <Button
          icon="archive"
          look="plain"
          onClick={() =>
            run({ id: planId, archived: true }, { done: `“${plan.label}” archived. Leads already on it stay on it.` })
          }
          size="small"
        >
          Archive plan
        </Button>
      </div>
    </details>
  );
}
