// Step "Map columns" of e-mails: which addresses are the owner's, and what happens to people who are not leads yet.
import { mailFindings } from '../../../shared/import-mail-findings.ts';
import type { MailSummary } from '../../../shared/mail-summary.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/fields/CheckList.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import { freshOwn } from './own-ticks.ts';
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
  const saved = useRead('imports.memory', {}).data?.addresses ?? [];
  const { fresh, typed } = freshOwn(mail, importing.ownTicks);
  const options = [
    ...mail.own
      .filter(one => !one.known)
      .map(({ address, name, count }) => ({
        value: address,
        label: `${address}${name === '' ? '' : ` (${name})`}, ${count === 1 ? 'one message' : `${format.whole(count)} messages`}`,
      })),
    ...typed
      .filter(address => !saved.some(one => one.address === address))
      .map(address => ({ value: address, label: address })),
  ];
  const isKnown = known.length + fresh.length + saved.length > 0;
  const left = mailFindings({ ...mail, own: [], guessed: [] });
  return (
    <div className={styles.map}>
      <div className={styles.sentence}>
        <p>
          <b>{format.whole(mail.messages)}</b> {mail.messages === 1 ? 'message' : 'messages'}
          {left.length > 0 && <>, {format.whole(mail.taken)} to import</>}.
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
          Your own addresses and those of your team never become leads. Ripen remembers them for the next import.
          {known.length > 0 && ` Already saved: ${known.map(({ address }) => address).join(', ')}.`}
        </p>
        <CheckList
          label="Your addresses"
          onNew={text => importing.tickOwn(text.toLowerCase(), true)}
          onTurn={importing.tickOwn}
          options={options}
          value={fresh}
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
        <Button disabled={!isKnown} look="primary" onClick={() => void importing.checkMail()}>
          Preview import
        </Button>
        {!isKnown && <span className={styles.quiet}>Select your own address first.</span>}
      </div>
    </div>
  );
}
