// Links that open the owner's own mail program with an e-mail begun (RFC 6068).

/** The longest link every system hands on unharmed: Windows cuts what is longer. Characters. */
export const longestLink = 1800;

export type Email = { readonly to: string; readonly subject?: string; readonly body?: string };

// Everything but the @ is encoded: an address may hold what would else be read as a subject or an attachment.
const address = (email: string): string => encodeURIComponent(email.trim()).replace('%40', '@');
// Lines end in CR LF there, and a space is %20: mail programs do not read "+" as one.
const text = (value: string): string => encodeURIComponent(value.replace(/\r\n|\r|\n/g, '\r\n').toWellFormed());

export function mailtoLink({ to, subject = '', body = '' }: Email): string {
  const parts = [subject && `subject=${text(subject)}`, body && `body=${text(body)}`].filter(Boolean);
  return `mailto:${address(to)}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

/** The link, with the body in it as long as there is room; `bodyFits` false: it has to be pasted. */
export function openableLink(email: Email): { readonly url: string; readonly bodyFits: boolean } {
  const whole = mailtoLink(email);
  if (whole.length <= longestLink) return { url: whole, bodyFits: true };
  return { url: mailtoLink({ to: email.to, subject: (email.subject ?? '').slice(0, 200) }), bodyFits: false };
}
