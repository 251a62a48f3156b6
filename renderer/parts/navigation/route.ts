// The route: screen and open panel, kept in the address after '#'.

export const screenIds = [
  'today',
  'board',
  'leads',
  'import',
  'review',
  'criteria',
  'campaigns',
  'settings',
  'lead',
] as const;
export type ScreenId = (typeof screenIds)[number];

export type Route = {
  readonly screen: ScreenId;
  /** What the screen itself wants to know: "2025-11-17" of the review, the lead's id on its own page. */
  readonly rest: string | null;
  /** The lead whose panel is open over the screen. */
  readonly lead: string | null;
};

/** Reads "/board", "/review/2025-11-17", "/board/with/LEAD", "/lead/LEAD"; anything else is Today. */
export function parseRoute(path: string): Route {
  const parts = path
    .split('/')
    .filter(part => part !== '')
    .map(safeDecode);
  const screen = screenIds.find(id => id === parts[0]) ?? 'today';
  const panel = parts.indexOf('with');
  const rest = panel === 1 ? undefined : parts[1];
  return { screen, rest: rest ?? null, lead: panel > 0 ? (parts[panel + 1] ?? null) : null };
}

export const formatRoute = ({ screen, rest, lead }: Route): string =>
  [screen, ...(rest === null ? [] : [rest]), ...(lead === null ? [] : ['with', lead])]
    .map(part => `/${encodeURIComponent(part)}`)
    .join('');

/** The address of a screen; with a second word, of a part of it: `pathTo('lead', id)`. */
export const pathTo = (screen: ScreenId, rest: string | null = null): string =>
  formatRoute({ screen, rest, lead: null });

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
