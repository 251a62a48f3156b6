// Addresses and numbers that forms are filled with where there is none: nobody's, so nobody is found by them.

const noAddress =
  /^(?:no-?\.?e?-?mail|none|nomail|keine?-?e?-?mail|keine|unknown|unbekannt|n\.?a|not-?provided|no-?address|sin-?(?:e?mail|correo)|pas-?de-?mail|aucun|ninguno|nessuna?|geen-?e?-?mail|bez-?maila|brak|saknas|missing|noreply-?none)@/i;
/** Words that are somebody's own address only where the domain is not one of them as well. */
const filler = /^(test|no|na|email|mail|example|fake|dummy|asdf|abc|xxx|aaa|sample|demo|temp)@(?:www\.)?([a-z-]+)\./i;
const fillerDomain = /^(?:test|no|na|none|email|mail|example|fake|dummy|asdf|abc|xxx|aaa|sample|demo|temp|domain)$/i;

/** "none@none.com", "noemail@firm.com", "test@test.com". */
export function isNobodysAddress(address: string): boolean {
  if (noAddress.test(address)) return true;
  const [, local = '', domain = ''] = filler.exec(address) ?? [];
  return local !== '' && (fillerDomain.test(domain) || domain.toLowerCase() === local.toLowerCase());
}

/** "000000", "+49 1111111", "123456789": one digit over and over, or all of them in a row. */
export function isNobodysNumber(phone: string): boolean {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 5) return false;
  return (
    /^(\d)\1+$/.test(digits) ||
    /^\d{0,4}(\d)\1{6,}$/.test(digits) ||
    (digits.length > 5 && '012345678901234567890'.includes(digits))
  );
}
