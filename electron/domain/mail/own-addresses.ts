// Which addresses in a mailbox are likely the owner's: counted over all messages, and never decided without being asked.

import type { OwnCandidate } from '../../../shared/mail-summary.ts';
import { emailKey } from '../import/emails.ts';
import { domainOf, type Mail, type MailAddress } from './mail.ts';

/** Addresses counted: a mailbox made to hurt has others. */
const mostCounted = 100_000;
/** Addresses that are offered. */
const mostOffered = 8;

/** Providers whose addresses belong to anybody: another address there is no colleague. */
const providers =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|gmx|web|t-online|freenet|arcor|posteo|mailbox|proton|protonmail|pm|tutanota|tuta|zoho|fastmail|yandex|mail|btinternet|btopenworld|sky|virginmedia|talktalk|ntlworld|comcast|verizon|att|sbcglobal|bellsouth|cox|charter|orange|wanadoo|free|sfr|laposte|neuf|bbox|libero|virgilio|alice|tin|tiscali|hotmail|telefonica|terra|ziggo|kpnmail|xs4all|planet|telenet|skynet|proximus|bluewin|sunrise|hispeed|a1|aon|chello|sapo|clix|uol|bol|wp|onet|interia|o2|seznam|centrum|telia|bredband|online|tele2|inbox|rediffmail|qq|163|126|naver|daum)\.[a-z.]{2,7}$/i;
export const isProvider = (domain: string): boolean => providers.test(domain);

type Count = { readonly address: string; name: string; sent: number; got: number; delivered: number; sure: number };

export function countOwn(own: readonly string[]) {
  const known = new Set(own.map(emailKey));
  const domains = new Set([...known].map(domainOf).filter(domain => !isProvider(domain)));
  const counts = new Map<string, Count>();
  let messages = 0;
  const countOf = ({ address, name }: MailAddress): Count | undefined => {
    const key = emailKey(address);
    let count = counts.get(key);
    if (!count && counts.size < mostCounted) {
      count = { address: key, name: '', sent: 0, got: 0, delivered: 0, sure: 0 };
      counts.set(key, count);
    }
    if (count && count.name === '' && name !== '' && !name.includes('@')) count.name = name;
    return count;
  };
  return {
    isOwn: (address: string): boolean => known.has(emailKey(address)),
    domains,
    see: (mail: Mail): void => {
      messages += 1;
      const sender = mail.from && countOf(mail.from);
      if (sender) sender.sent += 1;
      // A folder of sent messages says who the sender is.
      if (
        sender &&
        /(?:^|,)\s*"?(?:sent|gesendet|messages envoyés|enviados|inviati?|verzonden|enviadas)\b/i.test(
          mail.headers.get('x-gmail-labels') ?? '',
        )
      )
        sender.sure += 1;
      const to = new Set(mail.to.map(({ address }) => emailKey(address)));
      for (const one of mail.to.slice(0, 50)) {
        const count = countOf(one);
        if (count && count !== sender) count.got += 1;
      }
      for (const address of mail.deliveredTo.slice(0, 5)) {
        const count = countOf({ address, name: '' });
        if (count && count !== sender) {
          count.delivered += 1;
          if (!to.has(emailKey(address))) count.got += 1;
        }
      }
    },
    /** The likeliest first; those that are known always. */
    candidates: (): OwnCandidate[] => {
      const all = [...counts.values()].map(one => {
        const count = one.sent + one.got;
        const isKnown = known.has(one.address);
        const isColleague = domains.has(domainOf(one.address));
        const share = count / Math.max(messages, 1);
        const isLikely = one.sure > 0 || one.delivered > 0 || (messages >= 5 && share > 0.5);
        const weight = (isKnown ? 4 : 0) + (isLikely ? 2 : 0) + (isColleague ? 1 : 0) + share;
        return { one, count, isKnown, isColleague, isLikely, share, weight };
      });
      return all
        .filter(
          ({ isKnown, isLikely, isColleague, share }) =>
            isKnown || isLikely || isColleague || (known.size === 0 && share > 0.02),
        )
        .sort((a, b) => b.weight - a.weight || (a.one.address < b.one.address ? -1 : 1))
        .slice(0, mostOffered)
        .map(({ one, count, isKnown, isLikely }) => ({
          address: one.address,
          name: one.name,
          count,
          known: isKnown,
          likely: isLikely,
        }));
    },
  };
}
