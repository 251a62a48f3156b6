// Whether a word of an import means a call of theirs that was not taken, one of ours, or a meeting that was missed.

const missed =
  /\bmissed|unanswered|abandoned|verpasst|entgangen|in abwesenheit|manque|en absence|perdida|no atendida|\bpers[ae]\b|gemist|nao atendida|nieodebran|missat/;
const call =
  /call|\bring|incoming|inbound|anruf|appel|llamada|chiamat|oproep|gesprek|chamada|ligacao|polaczen|samtal|eingehend|entrant/;
const alone = /^(?:missed|verpasst|entgangen|gemist|in abwesenheit)$/;
const theirVoicemail =
  /voice ?mail (?:received|from|left by(?! (?:us|me)\b))|(?:received|incoming|inbound|new) voice ?mail/;
const theirs = /incoming|inbound|eingehend|entrant/;
const ours =
  /outbound|outgoing|ausgehend|sortant|salient|uitgaand|in uscita|wychodz|utgaende|by (?:the )?(?:customer|client|contact|lead|prospect)/;
const noCall =
  /meeting|appointment|termin|rendez|afspraak|\bcita\b|reunion|webinar|demo|appuntamento|reuniao|event|session/;

/** Ours, theirs, or "other": a meeting and the like that was missed; null: nothing was missed. `words`: folded and without signs. */
export function whatWasMissed(words: string): 'ours' | 'theirs' | 'other' | null {
  if (theirVoicemail.test(words) || alone.test(words)) return 'theirs';
  if (!missed.test(words)) return null;
  if (noCall.test(words)) return 'other';
  if (!call.test(words)) return null;
  if (ours.test(words)) return 'ours';
  // "Unanswered" alone says nothing of who called.
  return /unanswered/.test(words) && !theirs.test(words) ? 'other' : 'theirs';
}
