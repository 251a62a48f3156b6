// Who did what to whom in the part of the line that says what happened.
import type { Side } from './activity-terms.ts';
import type { FoundIn } from './find-activity.ts';
import { fold, isCovered, masks } from './fold.ts';
import type { DividedLine, Part } from './parts.ts';
import { foldedPattern } from './pattern.ts';
import { takePeople } from './people.ts';
import type { LineHome, LineSpan, SaidPerson } from './said.ts';
import { endsName, titles } from './small-words.ts';

const words = (text: string): string[] =>
  text
    .split(/\s+/)
    .map(word => fold(word).replace(/[^\p{L}']/gu, ''))
    .filter(Boolean);
const setOf = (text: string) => new Set(text.split(' '));
const we = setOf(
  "i we i've we've ive weve ich wir habe haben hab je j'ai nous yo nosotros he hemos ho abbiamo eu nos ik wij jag vi",
);
const they = setOf('he she they er sie il elle ils elles ella ellos lui lei loro ele ela hij zij hon han');
const them = setOf('him her them ihn ihm ihr sie lui leur le lo la les hem haar henne honom');
const fromThem = setOf('from off von vom de du des da dal dalla van od fran del do dos das by');
const toThem = setOf('to an a au aux for fur pour para al naar voor bij dla till for');
/** Verbs for asking once more: somebody else who stands before them did it. */
const chasing = /^(?:chased|followed|relanc|nachge|nagebeld|sollecitat|reclamad|gefragt|angefragt)/;
const helping = setOf('hat hatte heeft had has have a ha hanno ont haben');
const itsObject = setOf('the our us me my his her their its about for on up re again to');
const received = foldedPattern(
  /(?<![\p{L}])(?:gekregen|kreeg|erhalten|bekommen|recue?s?|recibid[oa]s?|recibi|ricevut[oa]|recebi(?:do|da)?|received|rec'd)(?![\p{L}])/u,
);
const atThem = setOf('bei chez bij with mit avec con com met');
const byWayOf = setOf('by via per par por on over su op');
const together = setOf('with mit avec con com met z med');

type Taken = { readonly people: readonly SaidPerson[]; readonly span: LineSpan; readonly before: readonly string[] };

/** The first people in a stretch, behind its small words. `skip`: whether any word may be passed over. */
function firstPeople({ masked }: DividedLine, { from, to }: LineSpan, skip: 'small' | 'any'): Taken | null {
  const text = masked.slice(from, to);
  const hasNames = /(?<=\s)\p{Lu}\p{Ll}|[\ue001\ue002]/u.test(masked);
  for (const match of text.matchAll(/\S+/g)) {
    const word = fold(match[0]).replace(/[^\p{L}\p{N}'@&]/gu, '');
    if (isCovered(match[0].charAt(0))) continue;
    const taken = takePeople(text.slice(match.index));
    // "Architect Simon Pell", typed small, is called Simon Pell; "with drawings" is nobody where names have capitals.
    const isSmall = /^\p{Ll}/u.test(match[0]) && !titles.has(word);
    const name = text.slice(match.index, match.index + taken.used);
    const hides =
      isSmall &&
      (/\s\p{Lu}/u.test(name.split(/ (?:@|at|from|of|von|de|bei) /)[0] ?? '') ||
        (hasNames && /^\S+$/.test(name.trim())));
    if (hides) continue;
    // "Jean's husband Frank Webb": who is meant stands behind.
    if (/['’]s$/.test(name.trim()) && /^\s+\p{Ll}+\s+\p{Lu}/u.test(text.slice(match.index + taken.used))) continue;
    if (taken.people.length > 0) {
      const span = { from: from + match.index, to: from + match.index + taken.used };
      return { people: taken.people, span, before: words(text.slice(0, match.index)) };
    }
    if (skip === 'small' && !(endsName(word) || titles.has(word) || word === '')) return null;
  }
  return null;
}

const preposition =
  /(?:^|\s)(?:to|for|with|from|an|fur|mit|von|vom|a|au|pour|avec|de|con|para|por|al|naar|aan|met|van|do|od|till|fran|da|com|at|bei|bij|chez|aupres de|off|w\/)\s+(?=\S)/g;

/** Behind "to", "from", "with": "photos of oak treads to dave". */
function byPreposition(read: DividedLine, span: LineSpan): Taken | null {
  const text = read.folded.slice(span.from, span.to);
  for (const match of text.matchAll(preposition)) {
    const from = span.from + match.index + match[0].length;
    const taken = firstPeople(read, { from, to: span.to }, 'small');
    if (taken) return { ...taken, before: [...words(match[0]), ...taken.before] };
  }
  return null;
}

export type Told = {
  readonly side: Side | null;
  readonly people: readonly SaidPerson[];
  /** What the people take of the line. */
  readonly used: readonly LineSpan[];
};

const unreached =
  /no(?:body| one|-one)? (?:answer|reply|response|luck|joy|picked|there|home)|didn.?t (?:answer|pick)|ring(?:ing|s)? out|rang out|unanswered|messagerie|repondeur|contestador|segreteria|occupat[oa]|bezet|ocupad[oa]|ne repond|not in|left (?:a )?(?:message|voicemail|msg|vm)|voice ?mail|engaged|busy|nicht erreicht|nicht da|keiner da|niemand da|keiner rangegangen|besetzt|niemand|pas de reponse|sans reponse|absent|no contest|sin respuesta|comunicando|geen gehoor|non risponde|nao atendeu|nie odbiera|inget svar/;

/** The part before begins with somebody who does something there. */
function isGoingOn({ masked, parts }: DividedLine, part: Part): boolean {
  const before = parts[parts.indexOf(part) - 1];
  if (
    !before ||
    before.isStep ||
    /^\s*(?:and |then )?(?:i|we)(?![\p{L}])/u.test(fold(masked.slice(part.from, part.to)))
  )
    return false;
  const text = masked.slice(before.from, before.to).trimStart();
  const { people, used } = takePeople(text);
  const [verb = ''] = /^\s*\p{Ll}+/u.exec(text.slice(used)) ?? [];
  return (
    people.length > 0 &&
    /(?:ed|found|came|saw|was|is|has|wants?|needs?|likes?|got|heard|knows?|met|read|said|bought|had)$/.test(verb)
  );
}

/** Who did it, and who is meant. `others`: people named elsewhere in the line. */
export function tell(read: DividedLine, { part, head, found }: FoundIn, home: LineHome, others: boolean): Told {
  const first = found.spans[0] ?? head;
  const last = found.spans.at(-1) ?? head;
  const left = { from: part.from, to: first.from };
  const leftText = read.folded.slice(left.from, left.to);
  const leftWords = words(leftText);
  const members = home.members.map(name => fold(name).split(' ')[0] ?? '');
  const isMember = (one: SaidPerson): boolean =>
    home.members.some(
      name => fold(name) === fold([one.attributes.firstName, one.attributes.lastName].filter(Boolean).join(' ')),
    ) ||
    (one.attributes.lastName === null && members.includes(fold(one.attributes.firstName ?? '')));
  // "Katalog an Familie Stein verschickt": what was sent stands before the one it was sent to.
  const sentTo = 'kind' in found.means && found.means.kind === 'sent' ? byPreposition(read, left) : null;
  const leftTo = sentTo?.before.some(word => toThem.has(word)) ? sentTo : null;
  const leftTaken = leftTo ?? firstPeople(read, left, 'small') ?? firstPeople(read, left, 'any');
  const ours = leftWords.some(word => we.has(word)) || leftTaken?.people.some(isMember) === true;
  const leftContact = [masks.email, masks.phone].some(mask => leftText.includes(mask));
  const subject = leftTaken && !leftTaken.people.some(isMember) ? leftTaken : null;
  const hasSubject = subject !== null || leftContact;

  // The right side, between and behind the words of the activity.
  const pieces: LineSpan[] = [];
  for (let index = 0; index < found.spans.length; index++)
    pieces.push({ from: found.spans[index]?.to ?? head.to, to: found.spans[index + 1]?.from ?? head.to });
  const rightText = read.folded.slice(first.to, head.to);
  const rightWords = words(rightText);
  const kind = 'kind' in found.means ? found.means.kind : null;

  const object = (): Taken | null => {
    const bySending = kind === 'sent' || kind === 'quote' || !found.verb;
    const order = bySending
      ? [(piece: LineSpan) => byPreposition(read, piece), (piece: LineSpan) => firstPeople(read, piece, 'small')]
      : [(piece: LineSpan) => firstPeople(read, piece, 'small'), (piece: LineSpan) => byPreposition(read, piece)];
    for (const look of order) {
      for (const piece of pieces) {
        const taken = look(piece);
        if (taken) return taken;
      }
    }
    return null;
  };

  const asks = found.side === 'theirs' && found.verb && (kind === 'information' || kind === 'demo');
  // "Ann referred Bob": the one who comes is Bob.
  const referred =
    kind === 'referral' && hasSubject && /(?:referred|recommended)$/.test(read.folded.slice(first.from, first.to));
  // "Referral from Sue": who is meant stands elsewhere.
  const named = (hasSubject && !referred) || asks ? null : object();
  const meant =
    kind === 'referral' &&
    (named?.before.some(word => fromThem.has(word) || ['par', 'por', 'durch', 'di', 'da', 'door'].includes(word)) ||
      / (?:by|from)$/.test(read.folded.slice(first.from, first.to)))
      ? null
      : named;
  const who = meant ?? subject;
  const used = who ? [who.span] : [];

  const side = ((): Side | null => {
    if (found.mutual) return null;
    // "Sent me an e-mail", "hat mir geschrieben", "to us": the writer did not do it.
    const isToUs =
      /^(?:me|us|mir|uns|mij|ons)$/.test(rightWords[0] ?? '') ||
      (/^to (?:me|us)(?![\p{L}])/u.test(rightText.trimStart()) && kind !== 'contact');
    if (found.verb && !ours && isToUs && kind !== 'meeting') return 'theirs';
    // Nobody answered: it was our call, unless somebody is plainly said to have made it.
    const isByThem =
      hasSubject &&
      !/(?<![\p{L}])(?:angerufen|telefoniert|gebeld|appele|llamado|chiamato)/u.test(
        read.folded.slice(first.from, last.to),
      );
    if (
      (kind === 'call' || kind === 'voicemail') &&
      !ours &&
      !isByThem &&
      !leftWords.some(word => they.has(word) || ['hat', 'haben', 'heeft', 'ha', 'a'].includes(word)) &&
      unreached.test(read.folded.slice(first.to))
    )
      return 'ours';
    // "Hab mit Toni telefoniert" says not who called.
    const isShared =
      kind === 'call' && /telefoniert|gesproken|gebeld|telefonato|hablado/.test(read.folded.slice(first.from, last.to));
    if (isShared && [...leftWords, ...rightWords.slice(0, 1)].some(word => together.has(word))) return null;
    // "Ann Lee hat nachgehakt", "Mme Roux a relancé". "Ann Lee chased" says not who did; "Ann Lee nachgefasst" was us.
    const isChasing = found.side === 'ours' && chasing.test(read.folded.slice(first.from, first.to));
    if (isChasing && !ours && subject?.before.every(word => !toThem.has(word) && !atThem.has(word))) {
      if (leftWords.some(word => helping.has(word)) || itsObject.has(rightWords[0] ?? '')) return 'theirs';
      if (/^(?:chased|followed)/.test(read.folded.slice(first.from, first.to))) return null;
    }
    if (found.side && !(found.side === 'theirs' && kind === 'reply' && !hasSubject && toThem.has(rightWords[0] ?? '')))
      return found.side;
    if (!found.verb && received.test(`${leftText} ${rightText.slice(0, 30)}`)) return 'theirs';
    // "Me escribió Julia", "ha scritto Marta": the verb says that somebody else did it.
    const verb = read.folded.slice(first.from, first.to);
    const toUs = /^(?:me|nos|mi|ci|m|uns|mir|mich|ons|mij)$/.test(leftWords.at(-1) ?? '');
    const byThem = /(?:io|aron|ieron|ou|aram|eram)$/.test(verb) || /^(?:ha|han|hat|heeft|ont|hanno) /.test(verb);
    if (found.verb && !ours && (toUs || byThem)) return 'theirs';
    if (ours || leftTo) return 'ours';
    if (found.verb && kind === 'call' && !hasSubject && together.has(rightWords[0] ?? '')) return null;
    // "Ann Lee by WhatsApp": they wrote. "Bei Frau Lang angerufen": we called.
    if (!found.verb && hasSubject && byWayOf.has(leftWords.at(-1) ?? '')) return 'theirs';
    if (kind === 'call' && (leftWords.includes('bei') || rightWords[0] === 'bei')) return 'ours';
    if (leftWords.some(word => they.has(word)) && !hasSubject) return 'theirs';
    if (found.verb) {
      if (hasSubject) {
        if (leftWords.some(word => together.has(word))) return null;
        // German puts the one who is called before the verb too: without "hat" both can be meant.
        const participle =
          /^(?:gebeld|gemaild|gestuurd|bezocht|angerufen|telefoniert|zuruckgerufen|gemailt|angeschrieben|geschrieben|geschickt|gesendet|verschickt|zugeschickt|getroffen)/.test(
            read.folded.slice(last.from, last.to),
          );
        if (participle && !leftWords.some(word => ['hat', 'haben', 'heeft', 'hebben'].includes(word))) return null;
        if (found.spans.length > 0 && them.has(rightWords[0] ?? '')) return null;
        return 'theirs';
      }
      if (kind === 'reply') return toThem.has(rightWords[0] ?? '') ? 'ours' : 'theirs';
      // "Rita Moss found us, called about a gate": still her. "J. Lee - emailed pictures": either.
      if (!meant && !them.has(rightWords[0] ?? '') && !/[\ue001\ue002]/.test(rightText)) {
        if (isGoingOn(read, part)) return 'theirs';
        if (others && kind === 'email') return null;
      }
      if (
        meant ||
        them.has(rightWords[0] ?? '') ||
        kind === 'sent' ||
        kind === 'quote' ||
        kind === 'email' ||
        kind === 'voicemail'
      )
        return 'ours';
      if (/[\ue001\ue002]/.test(rightText)) return 'ours';
      return unreached.test(read.folded.slice(first.to)) ? 'ours' : null;
    }
    const before =
      meant?.before.find(word => fromThem.has(word) || toThem.has(word) || together.has(word)) ?? rightWords[0] ?? '';
    if (kind === 'quote') return fromThem.has(before) ? 'theirs' : 'ours';
    if (fromThem.has(before)) return 'theirs';
    if (toThem.has(before)) return 'ours';
    if (unreached.test(read.folded.slice(first.to)) && (kind === 'call' || kind === 'voicemail')) return 'ours';
    return null;
  })();
  return {
    side,
    people: who?.people ?? [],
    used,
  };
}
