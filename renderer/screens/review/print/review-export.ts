// Actions of the share menu, with toasts.
import type { PlainDate } from '../../../../shared/dates.ts';
import type { PeriodKind } from '../../../../shared/figures.ts';
import { ask, call } from '../../../api/call.ts';
import { showToast } from '../../../api/toast-store.ts';
import { savePdf } from '../../../parts/print/use-save-pdf.ts';
import type { Format } from '../../../ui/format.tsx';
import { documentOf } from './document.ts';
import { minutesMail, minutesSubject, minutesText } from './minutes-text.ts';
import { readDocument } from './read-document.ts';

export const saveReviewPdf = (kind: PeriodKind, date: PlainDate): Promise<void> =>
  savePdf('Review', () => call('documents.saveReview', { kind, date }));

async function minutesOf(format: Format, kind: PeriodKind, date: PlainDate) {
  const document = documentOf(await readDocument(kind, date));
  return { subject: minutesSubject(format, document), text: minutesText(format, document) };
}

const told = (error: unknown) =>
  showToast(error instanceof Error ? error.message : 'Could not copy.', { tone: 'problem' });

export async function copyMinutes(format: Format, kind: PeriodKind, date: PlainDate): Promise<void> {
  try {
    const { text } = await minutesOf(format, kind, date);
    await navigator.clipboard.writeText(text);
    showToast('Minutes copied.', {
      action: { label: 'E-mail', run: () => void mailMinutes(format, kind, date) },
    });
  } catch (error) {
    told(error);
  }
}

/** Opens the owner's own mail program; nothing is sent by Ripen. */
export async function mailMinutes(format: Format, kind: PeriodKind, date: PlainDate): Promise<void> {
  try {
    const { subject, text } = await minutesOf(format, kind, date);
    await navigator.clipboard.writeText(text);
    const { url, whole } = minutesMail(subject, text);
    await ask('links.open', { url });
    showToast(
      whole ? 'Minutes opened in your mail program.' : 'Minutes copied. Paste them into the e-mail that has opened.',
    );
  } catch (error) {
    told(error);
  }
}
