// The country numbers without a country code belong to: where the workspace's zone lies, else that of the computer's language.

type WithZones = { readonly timeZones?: readonly string[]; readonly getTimeZones?: () => readonly string[] };

/** Zones of a country as the engine lists them, by a method in newer ones. */
function zonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & WithZones;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

const regions =
  'GB IE US CA AU NZ ZA DE AT CH LI LU FR BE NL IT ES PT DK SE NO FI IS PL CZ SK HU RO BG GR HR SI RS UA RU TR IL AE SA EG MA NG KE GH IN PK BD LK CN HK TW JP KR SG MY TH VN PH ID BR MX AR CL CO PE EE LV LT MT CY'.split(
    ' ',
  );

const known = new Map<string, string | null>();

/** ISO code; null when neither says one. A zone several countries share is that of the locale, where it is one of them. */
export function homeCountry(locale: string, timeZone: string): string | null {
  const key = `${locale} ${timeZone}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const ofLocale = new Intl.Locale(locale).maximize().region ?? null;
  // "Asia/Calcutta" and "Asia/Kolkata" are one zone.
  const names = new Set([timeZone, new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone]);
  const holds = (region: string) => zonesOf(region).some(zone => names.has(zone));
  const found = ofLocale !== null && holds(ofLocale) ? ofLocale : (regions.find(holds) ?? ofLocale);
  known.set(key, found);
  return found;
}
