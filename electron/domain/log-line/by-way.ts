// The way somebody was spoken to or chased: on the phone, by e-mail, in person.
import type { ActivityKind, ActivityTerm } from './activity-terms.ts';
import { type FoundActivity, find } from './found-activity.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;
/** The way somebody was spoken to or chased. */
const ways: readonly (readonly [ActivityKind, RegExp])[] = [
  [
    'call',
    foldedPattern(
      `${b}(?:(?:on|over|by|via) (?:the |his |her )?(?:phone|telephone|mobile|blower)|by phone|am (?:telefon|tel)|telefonisch|per telefon|au (?:telephone|tel)|par (?:telephone|tel)|(?:por|al) (?:telefono|tel|tfno|tlf)|per telefono|ao telefone|por telefone|aan de (?:telefoon|lijn)|telefonicznie|pa telefon)${e}`,
    ),
  ],
  ['whatsapp', foldedPattern(`${b}(?:on|by|via|per|par|por|su|op|no|over) (?:a )?whats ?app${e}`)],
  ['text', foldedPattern(`${b}(?:by|via|per|par|por) (?:text|sms)${e}`)],
  [
    'email',
    foldedPattern(
      `${b}(?:by|via|per|par|por|over|via) (?:the )?(?:e-?mail|mail|courriel|correo(?: electronico)?|posta)${e}`,
    ),
  ],
  [
    'meeting',
    foldedPattern(`${b}(?:in person|face to face|personlich|en personne|en persona|di persona|pessoalmente)${e}`),
  ],
];

/** "Had Ann on the phone", "eu au tél": that says not who rang. */
export function onThePhone(head: string): FoundActivity | null {
  const [, pattern] = ways.find(([kind]) => kind === 'call') ?? [];
  const found = pattern ? find(pattern, head) : null;
  return (
    found && { spans: [found], verb: true, side: null, keep: true, mutual: true, means: { kind: 'call', thing: null } }
  );
}

/** "Spoke to Ann on the phone", "chased by e-mail". */
export function byWay(head: string, { kind, verb, side, keep }: ActivityTerm, span: LineSpan): FoundActivity | null {
  if (!['contact', 'chased', 'email'].includes(kind) || !verb) return null;
  for (const [way, pattern] of ways) {
    const found = find(pattern, head);
    if (!found) continue;
    if (kind === 'email' && way !== 'whatsapp' && way !== 'text') continue;
    const spans = kind === 'chased' ? [span] : [span, found].sort((x, y) => x.from - y.from);
    const mutual = kind === 'contact';
    return { spans, verb: true, side, keep: kind === 'chased' && keep, mutual, means: { kind: way, thing: null } };
  }
  return null;
}
