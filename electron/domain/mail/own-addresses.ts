// Which addresses in a mailbox are likely the owner's: counted over all messages, and never decided without being asked.

import type { OwnCandidate } from '../../../shared/mail-summary.ts';
import { emailKey } from '../import/emails.ts';
import { isMachine } from './kinds.ts';
import { domainOf, type Mail, type MailAddress } from './mail.ts';

/** Addresses counted: a mailbox made to hurt has others. */
const mostCounted = 100_000;
/** Addresses that are offered: of the likely ones all of a team, of others a few. */
const mostLikely = 60;
const mostOffered = 8;
/** Messages a server must have noted an address for, and their part of all that have such a note: one in a copy says nothing. */
const leastDelivered = 2;
const leastDeliveredPart = 0.1;

/** Providers whose addresses belong to anybody: another address there is no colleague. */
const providers =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|gmx|web|t-online|freenet|arcor|posteo|mailbox|proton|protonmail|pm|tutanota|tuta|zoho|fastmail|yandex|mail|btinternet|btopenworld|sky|virginmedia|talktalk|ntlworld|comcast|verizon|att|sbcglobal|bellsouth|cox|charter|orange|wanadoo|free|sfr|laposte|neuf|bbox|libero|virgilio|alice|tin|tiscali|hotmail|telefonica|terra|ziggo|kpnmail|xs4all|planet|telenet|skynet|proximus|bluewin|sunrise|hispeed|a1|aon|chello|sapo|clix|uol|bol|wp|onet|interia|o2|seznam|centrum|telia|bredband|online|tele2|inbox|rediffmail|qq|163|126|naver|daum)\.[a-z.]{2,7}$/i;
export const isProvider = (domain: string): boolean => providers.test(domain);

/** Who writes from the domain of a firm is of that firm. */
function addFirm(firms: Set<string>, address: string): void {
  const domain = domainOf(address);
  if (!isProvider(domain)) firms.add(domain);
}

type Count = { readonly address: string; name: string; sent: number; got: number; delivered: number; sure: number };

export function countOwn(own: readonly string[]) {
  const known = new Set(own.map(emailKey));
  const domains = new Set<string>();
  for (const address of known) addFirm(domains, address);
  const counts = new Map<string, Count>();
  let messages = 0;
  let delivered = 0;
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
      if (sender && mail.folder === 'sent') sender.sure += 1;
      const to = new Set(mail.to.map(({ address }) => emailKey(address)));
      for (const one of mail.to.slice(0, 50)) {
        const count = countOf(one);
        if (count && count !== sender) count.got += 1;
      }
      // What is noted on the way out names the customer.
      if (mail.folder === 'sent' || (mail.from && known.has(emailKey(mail.from.address)))) return;
      if (mail.deliveredTo.length > 0) delivered += 1;
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
      const seen = [...counts.values()].map(one => {
        const count = one.sent + one.got;
        return { one, count, isKnown: known.has(one.address), share: count / Math.max(messages, 1) };
      });
      // In a folder of one customer both sides are in every message.
      const inMost = messages < 5 ? [] : seen.filter(({ share }) => share > 0.5);
      const isSure = ({ one }: (typeof seen)[number]): boolean =>
        one.sure > 0 ||
        (one.delivered >= leastDelivered && one.delivered > delivered * leastDeliveredPart) ||
        (inMost.length === 1 && inMost[0]?.one === one);
      const firms = new Set(domains);
      for (const some of seen) if (isSure(some)) addFirm(firms, some.one.address);
      const all = seen.map(some => {
        const isColleague = firms.has(domainOf(some.one.address)) && !isMachine(some.one.address);
        const isLikely = isColleague || isSure(some);
        const weight = (some.isKnown ? 4 : 0) + (isSure(some) ? 2 : 0) + (isColleague ? 1 : 0) + some.share;
        return { ...some, isLikely, weight };
      });
      return all
        .filter(({ isKnown, isLikely, share }) => isKnown || isLikely || (known.size === 0 && share > 0.02))
        .sort((a, b) => b.weight - a.weight || (a.one.address < b.one.address ? -1 : 1))
        .filter(({ isKnown, isLikely }, at) => at < (isKnown || isLikely ? mostLikely : mostOffered))
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
