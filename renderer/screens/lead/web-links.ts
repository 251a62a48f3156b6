// The web pages of a lead, as they may be opened: always over https, whatever a spreadsheet wrote.
import type { Lead } from '../../../shared/lead.ts';

/** "mill.example" and "http://mill.example" as "https://mill.example"; null for what is no address of a page. */
export function webLink(text: string | null): string | null {
  const bare = text?.trim().replace(/^(?:https?:)?\/\//i, '') ?? '';
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]\S*)?$/u.test(bare) ? `https://${bare}` : null;
}

export const webLinks = ({ website, linkedinUrl }: Pick<Lead, 'website' | 'linkedinUrl'>) =>
  [
    { label: 'Website', url: webLink(website) },
    { label: 'LinkedIn', url: webLink(linkedinUrl) },
  ].flatMap(({ label, url }) => (url === null ? [] : [{ label, url }]));
