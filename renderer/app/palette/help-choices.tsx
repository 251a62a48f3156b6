// Help pages and terms of the glossary in the palette; "?" before the words shows them alone.
import { glossary } from '../../../shared/glossary.ts';
import { openHelp } from '../../parts/help/open-help.ts';
import { helpPages } from '../../parts/help/pages/pages.ts';
import { findPages, findTerms } from '../../parts/help/search.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { PaletteChoice } from './choices.ts';
import styles from './palette.module.css';

/** Beside people and commands: more would push them away. */
const few = 4;

/** What follows "?"; null: the palette is asked for everything. */
export const helpAsked = (typed: string): string | null => (typed.startsWith('?') ? typed.slice(1).trim() : null);

export function helpChoices(typed: string): readonly PaletteChoice[] {
  const asked = helpAsked(typed);
  const words = asked ?? typed;
  const most = asked === null ? few : Number.POSITIVE_INFINITY;
  const pages = (asked === '' ? helpPages : findPages(words)).slice(0, most);
  return [
    ...pages.map(({ id, title }) => ({
      key: `help-${id}`,
      label: title,
      glyph: <Icon name="help" size={16} />,
      after: <span className={styles.lead}>Help</span>,
      run: () => openHelp(id),
    })),
    ...findTerms(words)
      .slice(0, most)
      .map(id => ({
        key: `term-${id}`,
        label: glossary[id].term,
        glyph: <Icon name="note" size={16} />,
        after: <span className={styles.lead}>Glossary</span>,
        run: () => openHelp('glossary', id),
      })),
  ];
}
