// Header of the lead page: name, score, actions.
import { useRef } from 'react';
import { stageLabels, stages } from '../../../shared/stages.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../parts/actions/actions.ts';
import styles from '../../parts/lead/lead.module.css';
import type { LeadDetail } from '../../parts/lead/lead-detail.ts';
import { isStageDayKnown, whyNotMql } from '../../parts/lead/why-not-mql.ts';
import { answersOf, moveVerb } from '../../parts/moves/question.ts';
import { useMoves } from '../../parts/moves/use-moves.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { useFormat } from '../../ui/format.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { RipenessBar } from '../../ui/score/RipenessBar.tsx';
import { clockText } from './clock-text.ts';
import { LeadTags } from './LeadTags.tsx';
import { webLinks } from './web-links.ts';

type Props = { readonly detail: LeadDetail; readonly heading: 'h2' | 'none'; readonly onGone: () => void };

/** Everything but the @ is encoded: an address may hold what would else be read as a subject or an attachment. */
const mailLink = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

export function LeadHead({ detail, heading, onGone }: Props) {
  const { lead, name, score } = detail;
  const { settings } = useWorkspace();
  const format = useFormat();
  const buttons = useRef<HTMLDivElement>(null);
  const moves = useMoves();
  const remove = useCommand('leads.remove');
  const open = useCommand('links.open');
  const mover = { id: lead.id, name, stage: lead.stage };
  const move = (to: typeof lead.stage) => moves.start({ leads: [mover], to, anchor: buttons });
  const links = webLinks(lead);
  const role = [lead.jobTitle, lead.company].filter(Boolean).join(', ');
  const why = score.blockedBy ?? whyNotMql(detail, format);
  const clock = detail.wait === null ? null : clockText(detail.wait, settings);

  return (
    <header className={styles.head}>
      {heading === 'h2' && <h2 className={styles.name}>{name}</h2>}
      {role !== '' && role !== name && <p className={styles.role}>{role}</p>}
      <p className={styles.systemFields}>
        <StageBadge look="soft" stage={lead.stage} />
        <span className={styles.since}>
          {clock ?? (
            <>
              {isStageDayKnown(detail) ? 'since ' : 'since before '}
              <DateText at={lead.stageSince} />
              {lead.nurtureUntil && <>, until {format.date(lead.nurtureUntil)}</>}
            </>
          )}
        </span>
      </p>
      <LeadTags detail={detail} />
      <RipenessBar lines={score.lines} score={score} size="page" stage={lead.stage} />
      {lead.consent === 'no' && <Notice tone="warning">This lead asked not to be contacted.</Notice>}
      {why !== null && <Notice tone="warning">{why}</Notice>}
      <div className={styles.actions} ref={buttons}>
        {answersOf(lead.stage).map((to, index) => (
          <Button key={to} look={index === 0 ? 'primary' : 'quiet'} onClick={() => move(to)}>
            {moveVerb(lead.stage, to)}
          </Button>
        ))}
        <Button icon="plus" onClick={() => act('log')}>
          Log
        </Button>
        {lead.email && lead.consent !== 'no' && (
          <Button icon="mail" onClick={() => open.run({ url: mailLink(lead.email ?? '') })}>
            Write e-mail
          </Button>
        )}
        {lead.phone && lead.consent !== 'no' && (
          <Button icon="phone" onClick={() => open.run({ url: `tel:${(lead.phone ?? '').replace(/[^\d+]/g, '')}` })}>
            Call
          </Button>
        )}
        {links.map(({ label, url }) => (
          <Button key={label} look="plain" onClick={() => open.run({ url })}>
            {label}
          </Button>
        ))}
        <Menu
          button={props => (
            <Button {...props} icon="arrow">
              Move
            </Button>
          )}
          label={`Move ${name}`}
          sections={[
            {
              items: stages.map(stage => ({
                id: stage,
                label: stageLabels[stage].label,
                glyph: <StageGlyph stage={stage} />,
                run: () => move(stage),
                unless: stage === lead.stage ? 'Current stage.' : undefined,
              })),
            },
          ]}
        />
        {lead.consent !== 'no' && (
          <Menu
            button={props => (
              <Button {...props} icon="person">
                Address card
              </Button>
            )}
            label={`Address card of ${name}`}
            sections={[
              {
                items: [
                  { id: 'save', label: 'Save address card…', run: () => act('save-card') },
                  { id: 'scan', label: 'Scan with your phone…', run: () => act('scan-card') },
                ],
              },
            ]}
          />
        )}
        <IconButton
          icon="trash"
          label="Delete this lead"
          onClick={async () => {
            const result = await remove.run({ ids: [lead.id] }, { done: `${name} deleted.` });
            if (result.ok) onGone();
          }}
        />
      </div>
      {moves.question}
    </header>
  );
}
