// A due nurture e-mail: write, mark as sent, snooze or skip.
import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useTouch } from '../../parts/nurture/use-touch.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LeadItem } from './Section.tsx';
import styles from './today.module.css';
import type { TodayActions } from './use-today-actions.tsx';

type Props = { readonly touch: Output<'today.get'>['touches'][number]; readonly actions: TodayActions };

export function TouchRow({ touch, actions }: Props) {
  const { today } = useWorkspace();
  const { row, label, plan, dueOn } = touch;
  const late = dueOn < today;
  const [opened, setOpened] = useState(false);
  const sentButton = useRef<HTMLButtonElement>(null);
  const touchActions = useTouch({ id: touch.id, name: row.name, label });
  return (
    <LeadItem
      actions={actions}
      lead={row}
      status={
        <span className={styles.clock} data-state={late ? 'late' : undefined}>
          {late && <Icon name="warning" size={14} />}
          <DateText as="away" date={dueOn} />
        </span>
      }
      why={
        <>
          <span className={styles.what}>{label}</span>
          <span className={styles.reason}>{plan}</span>
        </>
      }
    >
      {opened ? (
        <Button icon="check" look="primary" onClick={touchActions.sent} ref={sentButton} size="small">
          Mark as sent
        </Button>
      ) : (
        <Button
          icon="mail"
          onClick={async () => {
            if (!(await touchActions.write())) return;
            setOpened(true);
            requestAnimationFrame(() => sentButton.current?.focus());
          }}
          size="small"
        >
          Write e-mail
        </Button>
      )}
      <Menu
        button={props => (
          <Button {...props} aria-label={`Snooze ${label}, ${row.name}`} icon="down" look="plain" size="small">
            Snooze
          </Button>
        )}
        label={`Snooze: ${label}`}
        sections={[
          {
            items: [
              ...touchActions.later.map(({ days, text, run }) => ({ id: String(days), label: text, run })),
              ...(opened ? [{ id: 'again', label: 'Reopen', run: () => void touchActions.write() }] : []),
            ],
          },
          {
            items: [
              { id: 'sent', label: 'Mark as sent already', run: touchActions.sent },
              { id: 'skip', label: 'Skip this e-mail', run: touchActions.skip },
            ],
          },
        ]}
      />
    </LeadItem>
  );
}
