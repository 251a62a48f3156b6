// The nurture plan of a lead: its e-mails with their dates and what became of them; or that nothing is sent, and why.

import { useRef } from 'react';
import { type PlanStarter, planEnds } from '../../../shared/nurture.ts';
import { type RejectReason, rejectReasons } from '../../../shared/stages.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import styles from '../../parts/lead/lead.module.css';
import { SectionTitle } from '../../parts/lead/SectionTitle.tsx';
import { usePlanChoice } from '../../parts/moves/use-plan-choice.tsx';
import { useTouch } from '../../parts/nurture/use-touch.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Term } from '../../ui/Term.tsx';

/** "downloaded “Stair guide”", "rejected by sales (Too small)". */
function startText(by: PlanStarter, about: string | null): string {
  if (by === 'download') return about === null ? 'content was downloaded' : `“${about}” was downloaded`;
  const reason = about === null ? undefined : rejectReasons[about as RejectReason];
  return reason === undefined ? 'sales rejected them' : `sales rejected them (${reason})`;
}

type Props = { readonly lead: { readonly id: string; readonly name: string } };

export function NurturePlan({ lead }: Props) {
  const read = useRead('nurture.ofLead', { leadId: lead.id }).data;
  const stop = useCommand('nurture.stop');
  const choice = usePlanChoice();
  const buttons = useRef<HTMLDivElement>(null);
  if (!read) return null;
  const { plan, leftAlone } = read;
  const runs = plan !== null && plan.endedAt === null;
  const next = plan?.touches.find(touch => touch.outcome === null);
  return (
    <section aria-labelledby="plan" className={styles.section}>
      <SectionTitle id="plan">
        <Term id="nurturePlan" />
        {plan && `: ${plan.label}`}
      </SectionTitle>
      {leftAlone && (
        <Notice tone="warning">
          This lead asked not to be contacted. {runs ? 'The plan is paused.' : 'They cannot be added to a plan.'}
        </Notice>
      )}
      {plan?.startedBy != null && (
        <p className={styles.lineNote}>
          Started by itself on <DateText date={plan.startsOn} />: {startText(plan.startedBy, plan.startedFor)}.
        </p>
      )}
      {plan && (
        <ol className={styles.timeline}>
          {plan.touches.map(touch => (
            <li data-done={touch.outcome !== null || undefined} key={touch.id}>
              <span className={styles.when}>
                <DateText date={touch.dueOn} />
              </span>
              <span className={styles.entry}>{touch.label}</span>
              <span className={styles.by}>
                {touch.outcome === 'sent' && (
                  <>
                    <Icon name="check" size={12} /> sent
                  </>
                )}
                {touch.outcome === 'skipped' && 'skipped'}
                {touch.outcome === null && !runs && 'not sent'}
              </span>
              {runs && !leftAlone && touch.id === next?.id && (
                <Write label={touch.label} name={lead.name} id={touch.id} />
              )}
            </li>
          ))}
        </ol>
      )}
      {plan?.endedAt != null && (
        <p className={styles.lineNote}>
          Ended <DateText at={plan.endedAt} />
          {plan.endedBecause === null ? ', with its last e-mail.' : `: ${planEnds[plan.endedBecause]}.`}
        </p>
      )}
      {!leftAlone && (
        <div className={styles.actions} ref={buttons}>
          <Button icon="mail" onClick={() => choice.ask([lead], buttons)} size="small">
            {runs ? 'Add to another plan' : 'Add to plan'}
          </Button>
          {runs && (
            <Button
              look="plain"
              onClick={() => stop.run({ leadIds: [lead.id] }, { done: `${lead.name} removed from the plan.` })}
              size="small"
            >
              Stop plan
            </Button>
          )}
        </div>
      )}
      {choice.question}
    </section>
  );
}

function Write({ id, name, label }: { readonly id: string; readonly name: string; readonly label: string }) {
  const touchActions = useTouch({ id, name, label });
  return (
    <span className={styles.touchActions}>
      <Button icon="mail" onClick={() => void touchActions.write()} size="small">
        Write e-mail
      </Button>
      <Button icon="check" onClick={touchActions.sent} size="small">
        Mark as sent
      </Button>
    </span>
  );
}
