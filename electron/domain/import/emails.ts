// E-mail addresses in a cell: one, several, with a name around them, with mailto:, with an international domain.

const local = /^[^\s@"(),:;<>[\]\\]{1,64}$/;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?$/u;

/** The address with its domain in lower case, or null when no mail could be sent to it. */
export function parseEmail(text: string): string | null {
  if (text.length > 1000 || !text.includes('@')) return null;
  const inAngles = /<([^<>]*)>[^<>]*$/.exec(text)?.[1] ?? text;
  const bare = inAngles
    .trim()
    .replace(/^mailto:\s*/i, '')
    .replace(/\?.*$/s, '')
    .replace(/^['"(]+|['").,;]+$/g, '');
  const at = bare.lastIndexOf('@');
  const [name, domain] = [bare.slice(0, at), bare.slice(at + 1).toLowerCase()];
  if (bare.length > 320 || name.startsWith('.') || name.endsWith('.') || !local.test(name)) return null;
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every(label => label.length <= 63 && domainLabel.test(label))) return null;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null;
  return `${name}@${domain}`;
}

export type Emails = {
  readonly addresses: readonly string[];
  /** The name written around the first address: "Ann Lee <ann@x.org>". */
  readonly name: string | null;
  /** What stands in the cell and is no address. */
  readonly rest: readonly string[];
};

/** All addresses of a cell, the first one first. "a@b.org; c@d.org", "a@b.org ::: c@d.org" and lines are several. */
export function parseEmails(cell: string): Emails {
  // Programs write a list of addresses as ["a@x.org", "b@x.org"].
  const text = /^[[{].*[\]}]$/s.test(cell) ? cell.replace(/[[\]{}"']/g, ' ').trim() : cell;
  const one = parseEmail(text);
  const named = /^"?([^"<>@]{2,200})"?\s?<[^<>]{3,400}>$/.exec(text.slice(0, 1000).replace(/\s+/g, ' ').trim());
  if (one && (named || !/[;,|\s]|:::/.test(text.slice(0, 1000).trim()))) {
    return { addresses: [one], name: named?.[1]?.trim() ?? null, rest: [] };
  }
  const addresses: string[] = [];
  const rest: string[] = [];
  // One space at most between words first: a pattern that begins with any number of them takes the square of the time.
  const tidy = text
    .slice(0, 5000)
    .replace(/[\n\r]+/g, ';')
    .replace(/\s+/g, ' ');
  for (const cell of tidy.split(/[;,|]|:::| \/ | (?:and|und|et|or|oder) /)) {
    const piece = cell.trim();
    const whole = parseEmail(piece);
    for (const part of whole ? [piece] : piece.split(' ')) {
      const address = parseEmail(part);
      if (address && !addresses.includes(address)) addresses.push(address);
      else if (!address && part !== '') rest.push(part);
    }
  }
  return { addresses, name: null, rest };
}

/** An address as it is compared: all in small letters, domain in ASCII. "+tag" stays: may be a different person. */
export function emailKey(address: string): string {
  const small = address.slice(0, 1000).normalize('NFKC').toLowerCase();
  const at = small.lastIndexOf('@');
  const domain = small.slice(at + 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: "all ASCII" is what is meant
  return /^[\x00-\x7f]*$/.test(domain) ? small : `${small.slice(0, at)}@${asciiDomain(domain)}`;
}

function asciiDomain(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

/** The same without "+tag" and, for Google, without dots: only good for "maybe the same person". */
export function looseEmailKey(key: string): string {
  const at = key.lastIndexOf('@');
  // Nearly every address is its own loose one.
  if (!key.includes('+') && !key.endsWith('mail.com')) return key;
  const domain = key.slice(at + 1);
  const name = key.slice(0, at).replace(/\+.*$/, '');
  const google = domain === 'gmail.com' || domain === 'googlemail.com';
  return google ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
