// Links to the mail program: what is written arrives as it was written, and no system gets more than it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeLink } from '../../electron/desktop/links.ts';
import { longestLink, mailtoLink, openableLink } from '../../shared/mail.ts';

const read = (url: string) => {
  const { pathname, searchParams } = new URL(url);
  const part = (name: string) => searchParams.get(name)?.replace(/\r\n/g, '\n') ?? '';
  return { to: decodeURIComponent(pathname), subject: part('subject'), body: part('body') };
};

describe('a link to the mail program', () => {
  it('encodes spaces as %20 and lines as CR LF, and leaves the @ alone', () => {
    expect(mailtoLink({ to: 'ida@mill.example', subject: 'Hello you', body: 'a\nb' })).toBe(
      'mailto:ida@mill.example?subject=Hello%20you&body=a%0D%0Ab',
    );
    expect(mailtoLink({ to: 'ida@mill.example' })).toBe('mailto:ida@mill.example');
  });

  it('carries any subject and body unharmed, and nothing else with them', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 120 }).map(text => text.toWellFormed().replace(/\r/g, ''));
    fc.assert(
      fc.property(label, label, (subject, body) => {
        const url = mailtoLink({ to: 'ida&bcc=x@mill.example', subject, body });
        expect(read(url)).toEqual({ to: 'ida&bcc=x@mill.example', subject, body });
        expect([...new URL(url).searchParams.keys()].every(key => key === 'subject' || key === 'body')).toBe(true);
        expect(safeLink(url)).not.toBeNull();
      }),
    );
  });

  it('leaves a body out that is too long for a link, and says so', () => {
    const long = openableLink({ to: 'ida@mill.example', subject: 'Guide', body: 'ä '.repeat(400) });
    expect(long).toEqual({ url: 'mailto:ida@mill.example?subject=Guide', bodyFits: false });
    const short = openableLink({ to: 'ida@mill.example', subject: 'Guide', body: 'Hello' });
    expect(short.bodyFits).toBe(true);
    expect(longestLink).toBeLessThan(2000);
  });
});
