// Classifies one cell by its content, regardless of the header.
import type { Content } from '../../../shared/import.ts';
import { dateEvidence } from './dates.ts';
import { parseEmails } from './emails.ts';
import { isMoney, isNumber, lostDigits, lowerEnd } from './numbers.ts';
import { isPhone } from './phones.ts';
import { normalize } from './text.ts';

const yes = new Set(
  'yes|y|true|ja|j|oui|o|si|s|sim|tak|x|✓|✔|☑|wahr|vrai|verdadero|vero|on|checked|opted in|granted'.split('|'),
);
const no = new Set(
  'no|n|false|nein|non|nao|nie|nej|nee|✗|✘|☐|falsch|faux|falso|off|unchecked|opted out|denied'.split('|'),
);

/** yes, no or null; 1 and 0 count as well, since programs write them. */
export function yesNo(text: string): boolean | null {
  if (text.length > 14) return null;
  const word = normalize(text);
  if (word === '1' || word === '1.0' || yes.has(word)) return true;
  return word === '0' || word === '0.0' || no.has(word) ? false : null;
}

const url = /^(?:https?:\/\/|www\.)[^\s]+$/i;
const bareDomain =
  /^(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|io|co|de|at|ch|fr|es|it|nl|be|pl|uk|eu|info|biz|dev|app|ai|in|us|ca|se|no|dk|fi|pt|cz)(?:\/\S*)?$/i;
const idShape =
  /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,40}|[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?|[A-Za-z]{1,6}[-_:]?\d{3,}|zcrm_\d+|\d{5,})$/;

export const isUrl = (text: string): boolean => url.test(text) || bareDomain.test(text);
export const looksLikeId = (text: string): boolean => idShape.test(text) && /\d/.test(text);

/** Numbers of papers that look like telephone numbers: CPF, CNPJ and RG of Brazil, social security of the US. */
const paper = /^(?:\d{3}\.\d{3}\.\d{3}-\d\d|\d\d\.\d{3}\.\d{3}\/\d{4}-\d\d|\d\d\.\d{3}\.\d{3}-[\dX]|\d{3}-\d\d-\d{4})$/;

/** The narrowest kind a cell fits. Digits alone are numbers: whether they are ids, phones or dates, the column tells. */
export function contentOf(text: string): Content {
  if (text.length > 2000) return 'text';
  if (text.includes('@') && parseEmails(text).addresses.length > 0 && text.length < 400) return 'email';
  if (/linkedin\.com\//i.test(text) && !/\s/.test(text)) return 'linkedin';
  if (yesNo(text) !== null) return 'yes-no';
  if (isUrl(text)) return 'url';
  const first = text.charCodeAt(0);
  const mayBeNumber = first < 65 || first > 122;
  if (dateEvidence(text) !== null) return 'date';
  if (lostDigits(text)) return 'number';
  if (paper.test(text)) return 'id';
  if (isNumber(text) && /^[+0]?\d[\d\s()/-]{8,}$/.test(text) && isPhone(text) && /^[+0]|[\s()/-]/.test(text))
    return 'phone';
  if (isNumber(text)) return isMoney(text) ? 'money' : 'number';
  if (/\dk\b|[€£$]/i.test(text) && lowerEnd(text) !== null) return 'money';
  if (mayBeNumber && isPhone(text)) return 'phone';
  if (/^(?:p:|tel:)\+?\d/.test(text)) return 'phone';
  return looksLikeId(text) ? 'id' : 'text';
}
