// Which addresses of mail the owner has ticked as their own: likely ones until they say otherwise.
import type { MailSummary } from '../../../shared/mail-summary.ts';

/** Addresses that were ticked (true) or left or made unticked (false). */
export type OwnTicks = ReadonlyMap<string, boolean>;

export const noTicks: OwnTicks = new Map();

/** Addresses typed by the owner that the mail does not offer. */
const typedOwn = ({ own }: MailSummary, ticks: OwnTicks): readonly string[] =>
  [...ticks].filter(([address, on]) => on && !own.some(one => one.address === address)).map(([address]) => address);

/** Those that are ticked and not saved as far as the mail tells, and those typed among them. */
export function freshOwn(mail: MailSummary, ticks: OwnTicks) {
  const offered = mail.own.filter(({ address, known, likely }) => !known && (ticks.get(address) ?? likely));
  const typed = typedOwn(mail, ticks);
  return { fresh: [...offered.map(({ address }) => address), ...typed], typed };
}

/** The ticks as answers: every address that was offered has one. */
export function answersOf(mail: MailSummary, ticks: OwnTicks): OwnTicks {
  const { fresh } = freshOwn(mail, ticks);
  return new Map([
    ...ticks,
    ...mail.own.map(({ address, known }) => [address, known || fresh.includes(address)] as const),
  ]);
}

/** Whose addresses are the owner's is known or answered, and none that looks like theirs is open. */
export const isOwnClear = ({ own }: MailSummary, answers: OwnTicks): boolean =>
  (answers.size > 0 || own.some(({ known }) => known)) &&
  own.every(({ address, known, likely }) => known || !likely || answers.has(address));
