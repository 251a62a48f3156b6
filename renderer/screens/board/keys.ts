// Keys of the board. Pure; Board.tsx runs them.
import type { Stage } from '../../../shared/stages.ts';
import { nextIndex } from '../../ui/table/walk.ts';

export type KeyAction =
  | { readonly do: 'walk'; readonly index: number }
  | { readonly do: 'side'; readonly by: 1 | -1 }
  | { readonly do: 'carry'; readonly by: 1 | -1 }
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'reorder'; readonly by: 1 | -1 }
  | { readonly do: 'open' | 'menu' | 'lift' | 'drop' | 'leave' | 'clear' | 'select' | 'next-step' };

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;
type Where = {
  readonly index: number;
  readonly total: number;
  readonly page: number;
  /** A card is picked up. */
  readonly carrying: boolean;
};

/** What a press asks for; null: nothing of ours. */
export function keyAction(press: Press, { index, total, page, carrying }: Where): KeyAction | null {
  const { key, shiftKey } = press;
  if (press.altKey && !press.ctrlKey && !press.metaKey && !carrying) {
    if (key === 'ArrowUp') return { do: 'reorder', by: -1 };
    if (key === 'ArrowDown') return { do: 'reorder', by: 1 };
  }
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (key === 'F10' && shiftKey) return { do: 'menu' };
  const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : null;
  if (carrying) {
    if (side !== null) return { do: 'carry', by: side };
    if (key === ' ' || key === 'Enter') return { do: 'drop' };
    return key === 'Escape' ? { do: 'leave' } : null;
  }
  if (side !== null) return shiftKey ? { do: 'move', by: side } : { do: 'side', by: side };
  const next = nextIndex(key, index, total, page);
  if (next !== null) return { do: 'walk', index: next };
  return letters[key.toLowerCase()] ?? null;
}

const letters: Readonly<Record<string, KeyAction>> = {
  enter: { do: 'open' },
  ' ': { do: 'lift' },
  m: { do: 'menu' },
  contextmenu: { do: 'menu' },
  x: { do: 'select' },
  n: { do: 'next-step' },
  escape: { do: 'clear' },
};

/** The column beside `stage` among those in sight; itself at the ends. */
export function beside(stage: Stage, by: 1 | -1, shown: readonly Stage[]): Stage {
  return shown[shown.indexOf(stage) + by] ?? stage;
}
