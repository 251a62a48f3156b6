// The text a person wrote anew: without the messages quoted below it, and without the signature.

/** "On Mon, 2 Feb 2026, Ann wrote:" in the languages of mail programs, on one line. */
const introductions = new RegExp(
  [
    String.raw`on .{4,300}\bwrote`,
    String.raw`am .{4,300}\bschrieb(?: .{0,200})?`,
    String.raw`le .{4,300}\ba écrit`,
    String.raw`el .{4,300}\bescribió`,
    String.raw`il .{4,300}\bha scritto`,
    String.raw`op .{4,300}\b(?:schreef(?: .{0,200})?|het volgende geschreven)`,
    String.raw`(?:em|a|no dia) .{4,300}\bescreveu`,
    String.raw`den .{4,300}\bskrev(?: .{0,200})?`,
    String.raw`(?:w dniu|dnia) .{4,300}\bnapisał(?:\(a\)|a)?`,
  ]
    .map(one => `(?:${one})`)
    .join('|')
    .replace(/^/, '^(?:')
    .replace(/$/, String.raw`)\s?:$`),
  'iu',
);

/** "Ann Lee <ann@x.example> wrote:", on a line of its own. */
const named =
  /^.{2,100}<[^<>\s]{3,200}> ?(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu)(?: .{0,100})?\s?:$/iu;

/** "-----Original Message-----" and its like. */
const rule =
  /^[-_*=]{2,40}\s?(?:original message|original appointment|forwarded (?:message|by)|ursprüngliche nachricht|weitergeleitete nachricht|originalnachricht|message d'origine|message d’origine|message transféré|message original|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|mensagem original|mensagem encaminhada|ursprungligt meddelande|oryginalna wiadomość)\b.{0,120}$/iu;

/** "Begin forwarded message:", as Apple's programs write it. */
const passedOn =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem reencaminhada)\s?:$/iu;

const subjectHead = /^\*?(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne|temat)\s?:/iu;

const heads = [
  /^\*?(?:from|von|de|da|van|från|od)\s?:\*?\s?\S/iu,
  /^\*?(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|inviato|data|verzonden|enviada(?: em)?|skickat|wysłano|to|an|à|para|a|aan|till|do|subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne|temat|cc)\s?:/iu,
];

/** Lines that stand between the introduction and its end, where a mail program breaks it. */
const brokenOver = 3;

/** Whether the quoted message begins here: marked line by line below it, or standing there as it is. */
function beginsQuote(lines: readonly string[], at: number): 'marked' | 'whole' | null {
  const line = lines[at]?.trim() ?? '';
  if (line === '' || line.length > 400) return null;
  if (rule.test(line) || passedOn.test(line)) return 'whole';
  if (heads[0]?.test(line)) {
    const next = lines.slice(at + 1, at + 5).filter(one => heads[1]?.test(one.trim()));
    return next.length >= 2 ? 'whole' : null;
  }
  if (named.test(line)) return 'marked';
  for (let many = 1; many <= brokenOver && at + many <= lines.length; many++) {
    const last = lines[at + many - 1] ?? '';
    if (last.trim() === '' || isQuoted(last)) return null;
    const whole = lines
      .slice(at, at + many)
      .map(one => one.trim())
      .join(' ');
    if (whole.length > 600) return null;
    if (whole.endsWith(':')) return introductions.test(whole.replace(/\s+/g, ' ')) ? 'marked' : null;
  }
  return null;
}

const isQuoted = (line: string): boolean => /^\s?>/.test(line);

/** Lines looked at: what stands further down is not read. */
const mostLines = 4000;

export type OwnLines = {
  readonly lines: readonly string[];
  /** Nothing was written anew: the lines are the whole message, whose words are somebody else's. */
  readonly isAllQuoted: boolean;
};

/** The lines of a message without what it quotes; all of it where nothing else is there, as in a message that was passed on. */
export function ownLines(text: string): OwnLines {
  const lines = text.replace(/\r\n?/g, '\n').split('\n', mostLines);
  const whole = [...lines];
  let end = lines.length;
  for (let at = 0; at < lines.length; at++) {
    if (isQuoted(lines[at] ?? '')) continue;
    const begins = beginsQuote(lines, at);
    if (begins === null) continue;
    // What is answered line by line below the introduction goes on after each quoted piece.
    if (begins === 'marked' && answersBetween(lines, at)) lines[at] = '';
    else if (hasText(lines.slice(0, at)) || isSurelyQuote(lines, at, begins)) {
      end = at;
      break;
    }
  }
  const own = lines.slice(0, end).filter(line => !isQuoted(line));
  while (own.length > 0 && /^[-_=*\s]*$/.test(own.at(-1) ?? '') && own.length < lines.length) own.pop();
  return own.some(line => !/^[-_=*\s]*$/.test(line))
    ? { lines: own, isAllQuoted: false }
    : { lines: whole, isAllQuoted: whole.some(line => line.trim() !== '') };
}

/**
 * With nothing above it: "From: London", "To: Paris" and "Date: 5 June" are words of a customer, where a message has a
 * subject; "On Monday the architect wrote:" is one, where a program names an address, a time or a day.
 */
function isSurelyQuote(lines: readonly string[], at: number, begins: 'marked' | 'whole'): boolean {
  if (begins === 'whole')
    return (
      !heads[0]?.test(lines[at]?.trim() ?? '') ||
      lines.slice(at + 1, at + 8).some(line => subjectHead.test(line.trim()))
    );
  const introduction = lines.slice(at, at + brokenOver).join(' ');
  return lines.slice(at).some(isQuoted) || /@|\d[:.]\d\d|\b(?:19|20)\d\d\b/.test(introduction);
}

/** The message that is passed on, without the marks of a program before it. */
export function passedOnLines(lines: readonly string[]): readonly string[] {
  const bare = lines.map(line => line.replace(/^(?:\s?>)+ ?/, ''));
  const first = bare.findIndex(line => /[^-_=*\s]/.test(line));
  const line = bare[first]?.trim() ?? '';
  return bare.slice(rule.test(line) || passedOn.test(line) ? first + 1 : Math.max(first, 0));
}

/** A subject that programs give to what is passed on. */
export const isForward = (subject: string): boolean =>
  /^\s*(?:fwd?|wg|tr|rv|i|doorst|enc|vb|vl|pd)\s*(?:\[\d+\])?\s*:/i.test(subject);

/** Below an introduction the quoted text is marked, and unmarked lines come after some of it. */
function answersBetween(lines: readonly string[], at: number): boolean {
  let quoted = false;
  for (const line of lines.slice(at + 1)) {
    if (isQuoted(line)) quoted = true;
    else if (quoted && line.trim() !== '' && !isSignatureMark(line)) return true;
    else if (quoted && isSignatureMark(line)) return false;
  }
  return false;
}

const hasText = (lines: readonly string[]): boolean => lines.some(line => line.trim() !== '' && !isQuoted(line));

export const isSignatureMark = (line: string): boolean => /^\s*(?:--|—|__+|- -)\s*$/.test(line);
