// The keys of a shortcut, written as the computer at hand writes them.
import styles from './text.module.css';

const onMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);
const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const macWords: Readonly<Record<string, string>> = {
  ...arrows,
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Escape: 'esc',
};
const otherWords: Readonly<Record<string, string>> = { ...arrows, Mod: 'Ctrl', Escape: 'Esc' };

/** `keys` such as "Mod+L"; Mod is Cmd on a Mac and Ctrl elsewhere. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.kbd}>
      {keys.split('+').map(key => (
        <kbd className={styles.key} key={key}>
          {keyWord(key)}
        </kbd>
      ))}
    </span>
  );
}

const keyWord = (key: string) => (onMac ? macWords : otherWords)[key] ?? key;
/** The same in one string, for titles: "Ctrl+L". */
export const shortcutText = (keys: string) =>
  keys
    .split('+')
    .map(keyWord)
    .join(onMac ? '' : '+');
