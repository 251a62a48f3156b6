// A word for what happened that is spelled wrong: "emialed", "caled". It is always asked.

import { terms } from './activity-terms.ts';
import type { FoundActivity } from './found-activity.ts';
import { isSpelledAlike } from './near-names.ts';
import { didNot } from './not-happened.ts';
import { endsName } from './small-words.ts';

/** The forms people type most, of five letters or more: shorter ones are near too many words. See `terms` for what each says. */
const forms =
  'called phoned emailed texted messaged visited quoted replied answered downloaded spoke posted chased unsubscribed voicemail angerufen telefoniert zuruckgerufen gemailt geschrieben getroffen besucht geschickt verschickt gesprochen heruntergeladen appele telephone rappele rencontre envoye relance telecharge llamado llamo llame enviado escribio descargo reunion chiamato inviato spedito incontrato scaricato gebeld gemaild gestuurd gesproken bezocht gedownload ligou liguei enviei mandei visitei descarregou'.split(
    ' ',
  );

/** The first word that is nearly one of them. `head`: folded. */
export function findMisspelled(head: string): FoundActivity | null {
  for (const match of head.matchAll(/(?<![\p{L}\p{N}])\p{Ll}{5,14}(?![\p{L}\p{N}])/gu)) {
    const [word] = match;
    if (endsName(word) || /^massages?$/.test(word)) continue;
    const meant = forms.find(form => form.charAt(0) === word.charAt(0) && isSpelledAlike(word, form));
    const term = meant && terms.find(one => !one.weak && one.pattern.test(meant));
    const span = { from: match.index, to: match.index + word.length };
    if (!term || didNot(head, span, term)) continue;
    return {
      spans: [span],
      verb: term.verb,
      side: term.side,
      keep: false,
      guessed: true,
      means: { kind: term.kind, thing: null },
    };
  }
  return null;
}
