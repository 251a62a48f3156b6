// All help pages, in the order in which they are listed; the glossary comes by itself.
import type { Route } from '../../navigation/route.ts';
import type { HelpGroup, HelpPage } from '../help-page.ts';
import { jobPages } from './jobs.ts';
import { ideaPages, settingsPages } from './rest.ts';
import { screenPages } from './screens.ts';

export const helpGroups: readonly HelpGroup[] = [
  { title: 'How do I …', pages: jobPages },
  { title: 'Screens', pages: screenPages },
  { title: 'Settings and data', pages: settingsPages },
  { title: 'Good to know', pages: ideaPages },
];

export const helpPages: readonly HelpPage[] = helpGroups.flatMap(({ pages }) => pages);

export const helpPage = (id: string): HelpPage | undefined => helpPages.find(page => page.id === id);

/** The page of what one looks at: the lead that is open beside the screen first, a part of a screen before the screen. */
export function pageOf({ screen, rest, lead }: Route): HelpPage | undefined {
  if (lead !== null) return helpPage('lead');
  const here = helpPages.filter(({ place }) => place?.screen === screen);
  return (
    here.find(({ place }) => place?.rest !== undefined && place.rest === rest) ??
    here.find(({ place }) => place?.rest === undefined)
  );
}
