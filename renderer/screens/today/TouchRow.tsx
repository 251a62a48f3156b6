// A due nurture e-mail: write, mark as sent, snooze or skip.
import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useTouch } from '../nurture/use-touch.ts';
import { PersonRow } from './Section.tsx';
import styles from './today.module.css';
import type { Deeds } from './use-deeds.tsx';

type Props = { readonly touch: Output<'today.get'>['touches'][number]; readonly deeds: Deeds };

export function TouchRow({ touch, deeds }: Props) {
  const { today } = useWorkspace();
  const { row, label, plan, dueOn } = touch;
  const late = dueOn < today;
  const [opened, setOpened] = useState(false);
  const sentButton = useRef<HTMLButtonElement>(null);
  const deed = useTouch({ id: touch.id, name: row.name, label });
  return (
    <PersonRow
      deeds={deeds}
      lead={row}
      why={
        <>
          <span className={styles.what}>{label}</span>
          <span className={styles.clock} data-state={late ? 'late' : undefined}>
            {late && <Icon name="warning" size={14} />}
            {late && 'due '}
            <DateText as="away" date={dueOn} />
          </span>
          <span className={styles.reason}>{plan}</span>
        </>
      }
    >
      {opened ? (
        <Button icon="check" look="primary" onClick={deed.sent} ref={sentButton} size="small">
          Mark as sent
        </Button>
      ) : (
        <Button
          icon="mail"
          onClick={async () => {
            if (!(await deed.write())) return;
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
              ...deed.later.map(({ days, words, run }) => ({ id: String(days), label: words, run })),
              ...(opened ? [{ id: 'again', label: 'Reopen', run: () => void deed.write() }] : []),
            ],
          },
          {
            items: [
              { id: 'sent', label: 'Mark as sent already', run: deed.sent },
              { id: 'skip', label: 'Skip this e-mail', run: deed.skip },
            ],
          },
        ]}
      />
    </PersonRow>
  );
}
