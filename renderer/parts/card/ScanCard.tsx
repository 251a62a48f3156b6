// The short address card of a lead as a QR code: a phone's camera adds it to the contacts, without a network.
import { encode } from 'uqr';
import { shortCard, whyNoCard } from '../../../shared/address-card.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import styles from './card.module.css';
import { saveCard } from './save-card.ts';

type Props = { readonly leadId: string; readonly onClose: () => void };

/** Nothing is drawn until the lead is known. */
export function ScanCard({ leadId, onClose }: Props) {
  const detail = useRead('leads.get', { id: leadId }).data;
  const save = useOnce(() => saveCard(leadId));
  if (!detail) return null;
  const { lead, name } = detail;
  const reason = whyNoCard(lead);
  const card = shortCard(lead);
  const shown = [...new Set([name, lead.company, lead.phone, lead.email])].filter(text => text !== null);
  return (
    <Dialog
      actions={
        <>
          {reason === null && <Button onClick={save}>Save address card…</Button>}
          <Button data-autofocus look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
      onClose={onClose}
      title="Scan with your phone"
    >
      <div className={styles.card}>
        {reason === null && card !== null ? (
          <>
            <p>Point the camera of your phone at the code to add this person to your contacts.</p>
            <Code name={name} text={card} />
            <ul>
              {shown.map(text => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        ) : (
          <Notice tone="warning">
            {reason ?? 'The name, company, phone and e-mail are too long for a code. Save the address card as a file.'}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** Black on white in every appearance, with the margin of four squares that cameras look for. */
function Code({ name, text }: { readonly name: string; readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg aria-label={`QR code of ${name}`} className={styles.code} role="img" viewBox={`0 0 ${size} ${size}`}>
      <rect fill="#fff" height={size} width={size} />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
