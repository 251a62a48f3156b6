// The sheet of keys: everything that can be pressed, in one place.
import { type ActionMenu, actions } from '../../shared/actions.ts';
import { boardKeys } from '../screens/board/KeysHelp.tsx';
import { reviewKeys } from '../screens/review/keys-help.ts';
import { todayKeys } from '../screens/today/keys-help.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './keys-sheet.module.css';

type Line = readonly [keys: readonly string[], does: string];

const ofMenus = (...menus: readonly ActionMenu[]): readonly Line[] =>
  actions
    .filter(action => menus.includes(action.menu) && action.keys !== null)
    .map(({ id, keys, label }) => [[keys ?? '', ...(id === 'keys' ? ['?'] : [])], label]);

const groups: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  { title: 'Anywhere', lines: ofMenus('edit', 'lead') },
  { title: 'Go', lines: ofMenus('go') },
  {
    title: 'Files and window',
    lines: [...ofMenus('file', 'view', 'help'), [['Mod+Plus', 'Mod+Minus', 'Mod+0'], 'Larger, smaller, actual size']],
  },
  {
    title: 'In a list',
    lines: [
      [['↑', '↓'], 'Move between rows'],
      [['Enter'], 'Open'],
      [['Space'], 'Select'],
      [['Home', 'End'], 'First and last'],
    ],
  },
  {
    title: 'In a field',
    lines: [
      [['Enter'], 'Save (leaving the field also saves)'],
      [['Escape'], 'Discard what you typed'],
      [['Mod+Enter'], 'Save a multi-line field'],
    ],
  },
  {
    title: 'In the log box',
    lines: [
      [['Enter'], 'Log everything shown'],
      [['Alt+1', 'Alt+9'], 'Change a part, from person to campaign'],
      [['Alt+0'], 'Change the content'],
      [['1', '2'], 'Answer a question'],
      [['Escape'], 'Close and keep a draft'],
    ],
  },
  { title: 'On Today', lines: todayKeys },
  { title: 'On the board', lines: boardKeys },
  { title: 'In the review', lines: reviewKeys },
];

export const KeysSheet = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog onClose={onClose} title="Keyboard shortcuts" width="wide">
    <div className={styles.groups}>
      {groups.map(group => (
        <section aria-label={group.title} key={group.title}>
          <h3 className={styles.title}>{group.title}</h3>
          <dl>
            {group.lines.map(([pressed, does]) => (
              <div className={styles.line} key={does}>
                <dt>{does}</dt>
                <dd>
                  {pressed.map(keys => (
                    <Kbd key={keys} keys={keys} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
);
