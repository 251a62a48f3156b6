// Which addresses may leave Ripen for another program, when a person clicks one: mail, telephone, secure web pages.

const allowed: ReadonlySet<string> = new Set(['mailto:', 'tel:', 'https:']);

/**
 * The address to hand to the system, or null when it may not be. Addresses come out of strangers' spreadsheets: nothing that
 * could name a file, a share or a program gets through, and nothing with spaces or control characters around or inside it.
 */
export function safeLink(text: string): string | null {
  if (text.length > 2000 || /[\s\p{Cc}\p{Cf}\\]/u.test(text)) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (!allowed.has(url.protocol)) return null;
  if (url.protocol === 'https:' && (url.hostname === '' || url.username !== '' || url.password !== '')) return null;
  // An attachment named in a mailto link is taken from the disk by some mail programs.
  if (url.protocol === 'mailto:' && /[?&](attach|attachment|attachmenturl)=/i.test(url.search)) return null;
  return url.href;
}
