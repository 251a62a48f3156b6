// Messages as rows of a table that the import reads like any other: one for each person a message is from, or went to.

import { type MailLeftOut, type MailSummary, mostRecipients } from '../../../shared/mail-summary.ts';
import { isCompanyName } from '../import/companies.ts';
import { emailKey, parseEmail } from '../import/emails.ts';
import { mailHeader } from '../import/sources/mail.ts';
import { formSender, isAnswer, isMachine, kindOf } from './kinds.ts';
import type { Mail, MailAddress } from './mail.ts';
import { countOwn } from './own-addresses.ts';
import { isForward, ownLines, passedOnLines } from './quoted.ts';
import { type Guesses, guessesOf, noGuesses, withoutSignature } from './signature.ts';
import { outrightWish, possibleWish, type Words } from './wishes.ts';

/** Characters of a message that are kept as note. */
const mostText = 4000;
/** Companies and phones of the owner's that are kept: a mailbox made to hurt has others. */
const mostOurs = 10_000;
/** Recipients in one header that are read of a message. */
const mostRead = 500;
const mostFormLines = 1000;
const firstShown = 50;
const firstGuesses = 5;

type Direction = 'Replied' | 'Inquiry' | 'Form' | 'Unsubscribed' | 'E-mail sent';
type Cells = Partial<Record<(typeof mailHeader)[number], string>>;

export type MailReader = {
  /** The rows a message becomes; `line`: its number in the file. Nothing for one that is told apart. */
  readonly read: (mail: Mail, line: number) => string[][];
  /** A message that could not be read, or only in part. */
  readonly broken: (line: number, is: 'unreadable' | 'cut') => void;
  readonly summary: () => MailSummary;
};

export function createMailReader(own: readonly string[]): MailReader {
  const { isOwn, domains, see, candidates } = countOwn(own);
  const ids = new Set<string>();
  /** What was already said of an address: it is not said again, so that the first guess stays. */
  const said = new Map<string, Set<string>>();
  const leftOut = new Map<MailLeftOut, MailSummary['leftOut'][number]>();
  const guessed = new Map<string, { count: number; first: string[] }>();
  let messages = 0;
  let taken = 0;
  let cut = 0;
  let redated = 0;
  const recipientsCut = { messages: 0, people: 0, isMore: false };
  /** Companies and phones that the owner's own signatures name: they are nobody else's. */
  const ours = new Set<string>();

  function leave(why: MailLeftOut, line: number, mail: Mail | null): string[][] {
    const heap = leftOut.get(why) ?? { why, count: 0, first: [] };
    heap.count += 1;
    if (heap.first.length < firstShown)
      heap.first.push({
        line,
        from: (mail?.from?.name || mail?.from?.address || '').slice(0, 200),
        subject: (mail?.subject ?? '').slice(0, 200),
      });
    leftOut.set(why, heap);
    return [];
  }

  /** What was not said of this address before. */
  function fresh(address: string, field: string, text: string): string {
    if (text === '') return '';
    const key = emailKey(address);
    const known = said.get(key) ?? new Set<string>();
    said.set(key, known);
    if (known.has(field)) return '';
    known.add(field);
    return text;
  }

  function guess(address: string, field: string, text: string): string {
    if (text !== '' && ours.has(plainKey(text))) return '';
    const kept = fresh(address, field, text.slice(0, 200));
    if (kept === '') return '';
    const heap = guessed.get(field) ?? { count: 0, first: [] };
    heap.count += 1;
    if (heap.first.length < firstGuesses) heap.first.push(kept);
    guessed.set(field, heap);
    return kept;
  }

  function who({ address, name: written }: MailAddress, guesses: Guesses): Cells {
    const name = tidyName(written, address);
    const isFirm = isCompanyName(name);
    return {
      'Mail address': address,
      'Mail name':
        fresh(address, 'written', isFirm ? '' : name) || (name === '' ? guess(address, 'name', guesses.name) : ''),
      'Mail company': isFirm ? fresh(address, 'company', name) : '',
      'Company in signature': guess(address, 'company', guesses.company),
      'Phone in signature': guess(address, 'phone', guesses.phone),
      'Job title in signature': guess(address, 'job title', guesses.jobTitle),
      'Website in signature': guess(address, 'website', guesses.website),
    };
  }

  /** What was written anew in a message; what was only passed on is kept as such, what was only quoted is not. */
  function wordsOf(mail: Mail, isForm: boolean): ReturnType<typeof withoutSignature> {
    // A form names "From:" and "Subject:" as a quoted message does, and quotes nothing.
    if (isForm) return withoutSignature(mail.text.split(/\r\n?|\n/, mostFormLines));
    const { lines, isAllQuoted } = ownLines(mail.text);
    if (!isAllQuoted) return withoutSignature(lines);
    return { text: isForward(mail.subject) ? ['Forwarded message:', ...passedOnLines(lines)] : [], signature: [] };
  }

  /** The words in which a writer may ask for no more mail: nothing quoted, passed on or answered. */
  function saidIn(mail: Mail, isForm = false): Words {
    const isPassedOn = !isForm && ownLines(mail.text).isAllQuoted;
    return {
      subject: isForm || isAnswer(mail) || isForward(mail.subject) ? '' : mail.subject,
      lines: isPassedOn ? [] : wordsOf(mail, isForm).text,
    };
  }

  function seeOwnSignature(mail: Mail, from: MailAddress): void {
    const { company, phone } = guessesOf(wordsOf(mail, false).signature, from);
    for (const text of [company, phone]) if (text !== '' && ours.size < mostOurs) ours.add(plainKey(text));
  }

  function rowsOf(mail: Mail, people: readonly MailAddress[], is: Direction, at: number): string[][] {
    taken += 1;
    if (mail.isRedated) redated += 1;
    const said = saidIn(mail, is === 'Form');
    const asks = is === 'E-mail sent' ? null : is === 'Unsubscribed' ? outrightWish(said) : possibleWish(said);
    const { text, signature } = wordsOf(mail, is === 'Form');
    const message: Cells = {
      'Mail activity': is,
      'Mail date': new Date(at).toISOString(),
      Subject: oneLine(mail.subject).slice(0, 300),
      Text: tidyText(text).slice(0, mostText),
      Attachments:
        mail.attachments.length === 0
          ? ''
          : `Attached: ${mail.attachments.slice(0, 20).map(oneLine).join(', ').slice(0, 500)}`,
      Asks: oneLine(asks ?? ''),
    };
    return people.map(person => {
      const guesses = is === 'E-mail sent' || is === 'Form' ? noGuesses : guessesOf(signature, person);
      const cells: Cells = { ...who(person, guesses), ...message };
      return mailHeader.map(header => cells[header] ?? '');
    });
  }

  function read(mail: Mail, line: number): string[][] {
    messages += 1;
    const key =
      mail.id ?? `${mail.from?.address} ${mail.at} ${mail.subject} ${mail.text.length} ${mail.text.slice(0, 100)}`;
    if (ids.has(key)) return leave('repeated', line, mail);
    ids.add(key);
    const kind = kindOf(mail, isOwn, domains);
    if (kind !== 'person') {
      if (kind === 'notification') see(mail);
      return leave(kind, line, mail);
    }
    see(mail);
    const from = mail.from === null ? null : person(mail.from);
    if (from === null) return leave('no-sender', line, mail);
    if (mail.at === null) return leave('undated', line, mail);
    if (mail.subject.trim() === '' && mail.attachments.length === 0 && tidyText(wordsOf(mail, false).text) === '')
      return leave('empty', line, mail);
    const form = formSender(mail, isOwn);
    const behind = form && person(form);
    if (behind) return rowsOf(mail, [behind], 'Form', mail.at);
    if (!isOwn(from.address)) {
      const is = outrightWish(saidIn(mail)) !== null ? 'Unsubscribed' : isAnswer(mail) ? 'Replied' : 'Inquiry';
      return rowsOf(mail, [from], is, mail.at);
    }
    seeOwnSignature(mail, from);
    const others = new Map<string, MailAddress>();
    for (const one of mail.to) {
      const whom = person(one);
      if (whom && !isOwn(whom.address) && !isMachine(whom.address)) others.set(emailKey(whom.address), whom);
    }
    if (others.size > mostRecipients) {
      recipientsCut.messages += 1;
      recipientsCut.people += others.size - mostRecipients;
      recipientsCut.isMore ||= mail.to.length >= mostRead;
    }
    return others.size === 0
      ? leave(mail.to.some(({ address }) => isOwn(address)) ? 'internal' : 'no-recipient', line, mail)
      : rowsOf(mail, [...others.values()].slice(0, mostRecipients), 'E-mail sent', mail.at);
  }

  return {
    read,
    broken: (line, is) => {
      if (is === 'cut') cut += 1;
      else {
        messages += 1;
        leave('unreadable', line, null);
      }
    },
    summary: () => ({
      messages,
      taken,
      cut,
      redated,
      recipientsCut: { ...recipientsCut },
      leftOut: [...leftOut.values()],
      own: candidates(),
      guessed: (['name', 'company', 'phone', 'job title', 'website'] as const).flatMap(field => {
        const heap = guessed.get(field);
        return heap ? [{ field, ...heap }] : [];
      }),
    }),
  };
}

/** An address mail can be sent to; null: it is none. */
function person({ address, name }: MailAddress): MailAddress | null {
  const parsed = parseEmail(address);
  return parsed === null ? null : { address: parsed, name };
}

/** "'Mara Voss'" without its quotes, "Ann via DocuSign" as Ann; '' for an address written as a name. */
function tidyName(written: string, address: string): string {
  const name = oneLine(written)
    .replace(/^['"]+|['"]+$/g, '')
    .replace(/ (?:via|über) .{2,60}$/i, '')
    .replace(/ ?[<([][^<>()[\]]*@[^<>()[\]]*[>)\]]$/, '')
    .trim();
  return name.includes('@') || emailKey(name) === emailKey(address) ? '' : name.slice(0, 200);
}

/** "+44 20 7946-0999" and "020 79460999", "Dock Ltd" and "DOCK Ltd." are the same. */
function plainKey(text: string): string {
  const key = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return /^\d+$/.test(key) ? key.slice(-8) : key;
}

const oneLine = (text: string): string => text.slice(0, 2000).replace(/\s+/g, ' ').trim();

/** Without spaces at the ends of lines and without more than one blank line. */
const tidyText = (lines: readonly string[]): string =>
  lines
    .map(line => line.replace(/\u00a0/g, ' ').trimEnd())
    .join('\n')
    .slice(0, mostText * 2)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
