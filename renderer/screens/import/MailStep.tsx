// Step "Map columns" of e-mails: which addresses are the owner's, and what happens to people who are not leads yet.
import { useState } from 'react';
import { mailFindings } from '../../../shared/import-mail-findings.ts';
import type { MailSummary } from '../../../shared/mail-summary.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/fields/CheckList.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import type { Importing, Understood } from './use-import.ts';

const unknown = [
  { value: 'create', label: 'Add them' },
  { value: 'leave-out', label: 'Skip them' },
] as const;

type Props = { readonly importing: Importing; readonly understood: Understood; readonly mail: MailSummary };

export function MailStep({ importing, understood, mail }: Props) {
  const format = useFormat();
  const { mapping } = understood;
  const known = mail.own.filter(one => one.known);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [ticked, setTicked] = useState<readonly string[]>(mail.own.filter(one => one.likely).map(one => one.address));
  const fresh = [...new Set(ticked)].filter(address => !known.some(one => one.address === address));
  const options = [
    ...mail.own
      .filter(one => !one.known)
      .map(({ address, name, count }) => ({
        value: address,
        label: `${address}${name === '' ? '' : ` (${name})`}, ${count === 1 ? 'one message' : `${format.whole(count)} messages`}`,
      })),
    ...added.map(address => ({ value: address, label: address })),
  ];
  const others = useRead('imports.memory', {}).data?.addresses.length ?? 0;
  const isKnown = known.length + fresh.length + others > 0;
  const left = mailFindings({ ...mail, own: [], guessed: [] });
  return (
    <div className={styles.map}>
      <div className={styles.sentence}>
        <p>
          <b>{format.whole(mail.messages)}</b> {mail.messages === 1 ? 'message' : 'messages'}
          {left.length > 0 && <>, {format.whole(mail.taken)} of them written by or to people</>}.
        </p>
        {left.length > 0 && (
          <ul className={styles.quiet}>
            {left.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        )}
      </div>
      <section aria-labelledby="own-addresses" className={styles.map}>
        <h2 id="own-addresses">Which of these addresses are yours?</h2>
        <p className={styles.quiet}>
          Your own addresses and those of your team never become leads. They are remembered for the next mail.
          {known.length > 0 && ` Known already: ${known.map(({ address }) => address).join(', ')}.`}
        </p>
        <CheckList
          label="Own addresses"
          onNew={text => {
            const address = text.toLowerCase();
            setAdded([...added, address]);
            setTicked([...ticked, address]);
          }}
          onTurn={(one, on) => setTicked(on ? [...ticked, one] : ticked.filter(address => address !== one))}
          options={options}
          value={ticked}
        />
      </section>
      <div className={styles.policy}>
        <span>People who are not leads yet:</span>
        <Segments
          label="People who are not leads yet"
          onChange={unknownLeads => importing.setMapping({ ...mapping, unknownLeads })}
          options={unknown}
          value={mapping.unknownLeads}
        />
      </div>
      <div className={styles.foot}>
        <Button onClick={() => importing.back('choose')}>Choose another file</Button>
        <Button disabled={!isKnown} look="primary" onClick={() => void importing.checkMail(fresh)}>
          Preview import
        </Button>
        {!isKnown && <span className={styles.quiet}>Tick your own address first.</span>}
      </div>
    </div>
  );
}
