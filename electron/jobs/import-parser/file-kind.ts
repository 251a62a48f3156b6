// What a file is, as its first bytes say.

export type KindOfFile = {
  readonly kind: 'zip' | 'ole' | 'html' | 'spreadsheet-xml' | 'mail' | 'mbox' | 'vcard' | 'text';
  /** Why it cannot be imported and what to do, in sentences. */
  readonly reject: string | null;
};
