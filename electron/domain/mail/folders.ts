// Folders and labels that say what was done with a message: thrown away, taken for spam, never sent, or sent by the owner.

export type MailFolder = 'spam' | 'trash' | 'draft' | 'sent';

const names: readonly (readonly [MailFolder, string])[] = [
  [
    'spam',
    'spam|junk|junk e-?mail|junk mail|bulk mail|spam-?verdacht|unerwünscht|werbung & spam|courrier indésirable|indésirables|pourriel|correo no deseado|no deseado|posta indesiderata|indesiderata|ongewenste (?:e-?mail|reclame)|ongewenst|lixo eletr[ôó]nico|skräppost|søppelpost|uønsket (?:e-?post|mail)|roskaposti|wiadomości-śmieci|niechciane|nevyžádaná pošta|levélszemét|спам|迷惑メール|垃圾邮件|önemsiz(?: e-posta)?',
  ],
  [
    'trash',
    'trash|bin|deleted|deleted (?:items|messages)|papierkorb|gelöscht|gelöschte (?:elemente|objekte|nachrichten)|mülleimer|corbeille|éléments supprimés|messages supprimés|papelera(?: de reciclaje)?|(?:elementos|mensajes) eliminados|eliminados|cestino|posta eliminata|elementi eliminati|prullenbak|prullenmand|verwijderd|verwijderde (?:items|berichten)|lixeira|lixo|itens (?:eliminados|excluídos)|papperskorgen|borttaget|borttagna objekt|papirkurv|papirkorg|slettet post|slettede elementer|roskakori|poistetut|kosz|elementy usunięte|koš|odstraněná pošta|kuka|törölt elemek|корзина|удаленные|çöp(?: kutusu)?|silinmiş öğeler|ゴミ箱|已删除邮件',
  ],
  [
    'draft',
    'drafts?|entwürfe|entwurf|templates?|vorlagen?|unsent messages|brouillons?|borradores|borrador|plantillas|bozze|concepten|sjablonen|rascunhos|utkast|kladder?|luonnokset|wersje robocze|szkice|robocze|szablony|koncepty|šablony|piszkozatok|черновики|taslaklar|下書き|草稿',
  ],
  [
    'sent',
    'sent|sent (?:items|messages|mail)|gesendet|gesendete (?:elemente|objekte|nachrichten)|(?:messages|éléments) envoyés|envoyés|(?:elementos |mensajes )?enviad[oa]s|posta inviata|inviat[aie]|elementi inviati|verzonden(?: items| berichten)?|itens enviados|skickat|skickade objekt|sendt|sendte elementer|lähetetyt|wysłane|elementy wysłane|odeslan[áé](?: pošta)?|elküldött(?: elemek)?|отправленные|gönderilmiş öğeler|gönderilen(?:ler)?|送信済み(?:メール)?|已发送邮件',
  ],
];
const folders = names.map(([folder, some]) => [folder, new RegExp(`^(?:${some})$`, 'iu')] as const);

const folderOf = (name: string): MailFolder | null =>
  folders.find(([, pattern]) => pattern.test(name.normalize('NFC').trim()))?.[0] ?? null;

/** `labels`: as Gmail exports them, decoded: `Inbox,"Papierkorb"`. What takes a message out stands before "sent". */
export function folderOfLabels(labels: string): MailFolder | null {
  const found = new Set(
    labels
      .slice(0, 2000)
      .split(',')
      .map(label => folderOf(label.replace(/["\s]+/g, ' '))),
  );
  return (['spam', 'trash', 'draft', 'sent'] as const).find(one => found.has(one)) ?? null;
}

/** Modified UTF-7, in which IMAP names folders: "Entw&APw-rfe". */
const unpacked = (name: string): string =>
  name.replace(/&([A-Za-z0-9+,]*)-/g, (_, code: string) => {
    const bytes = Buffer.from(code.replaceAll(',', '/'), 'base64');
    return code === ''
      ? '&'
      : bytes
          .subarray(0, bytes.length & ~1)
          .swap16()
          .toString('utf16le');
  });

/** `path`: the folders a mailbox lies in and its own name, such as "Trash.mbox/mbox" or "INBOX.Entw&APw-rfe". */
export function folderOfPath(path: string): MailFolder | null {
  for (const part of path.split(/[/\\]/).slice(-12)) {
    // Maildir notes it in the name of the message.
    const flags = /[:;!]2,([A-Z]*)$/.exec(part)?.[1] ?? '';
    if (flags.includes('T')) return 'trash';
    if (flags.includes('D')) return 'draft';
    const name = unpacked(part)
      .replace(/\.(?:mbox|mbx|mbs|sbd)$/i, '')
      .replace(/^(?:inbox|\[g(?:oogle )?mail\])?\./i, '')
      .replace(/(?: ?\(\d+\)|[-_ ]\d{1,3})$/, '');
    const found = folderOf(name);
    if (found !== null) return found;
  }
  return null;
}

/** What the message itself says: a filter's mark, a draft's, or Thunderbird's of a deleted one that still lies in the file. */
export function folderOfHeaders(headers: ReadonlyMap<string, string>): MailFolder | null {
  const said = (name: string): string => headers.get(name)?.trim().toLowerCase() ?? '';
  if (/^yes\b/.test(said('x-spam-flag'))) return 'spam';
  if ((Number.parseInt(said('x-mozilla-status') || '0', 16) & deletedBit) !== 0) return 'trash';
  if (said('x-unsent') === '1') return 'draft';
  return folderOfLabels(headers.get('x-gmail-labels') ?? '');
}
const deletedBit = 0x0008;
