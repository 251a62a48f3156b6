// Buttons. A label is a verb. One `primary` at most on a screen; the rest is quiet.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { useHoverCard } from './hover-card/use-hover-card.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd, shortcutText } from './Kbd.tsx';

type Base = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> & {
  readonly ref?: Ref<HTMLButtonElement>;
};

type ButtonProps = Base & {
  readonly look?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly size?: 'normal' | 'small' | 'large';
  readonly icon?: IconName;
  /** Shortcut shown after the label, such as "Mod+L". */
  readonly keys?: string;
  /** The label while it runs, such as "Stopping…": a press is ignored then, and the focus stays. */
  readonly busy?: string | false;
  readonly children: ReactNode;
};

const running = { 'aria-disabled': true, 'aria-busy': true, onClick: undefined } as const;

export function Button({ look = 'quiet', size = 'normal', icon, keys, busy = false, children, ...rest }: ButtonProps) {
  return (
    <button
      className={styles.button}
      data-look={look}
      data-size={size}
      type="button"
      {...rest}
      {...(busy === false ? {} : running)}
    >
      {icon && <Icon name={icon} size={16} />}
      <span>{busy === false ? children : busy}</span>
      {keys && (
        <span className={styles.keys}>
          <Kbd keys={keys} />
        </span>
      )}
    </button>
  );
}

type IconButtonProps = Base & {
  readonly icon: IconName;
  /** What it does, as a verb; read aloud and shown on hover. */
  readonly label: string;
  readonly keys?: string;
  readonly size?: 'normal' | 'small';
};

export function IconButton({ icon, label, keys, size = 'normal', ...rest }: IconButtonProps) {
  const hoverCard = useHoverCard(() => (keys ? `${label} (${shortcutText(keys)})` : label));
  return (
    <button {...hoverCard} aria-label={label} className={styles.icon} data-size={size} type="button" {...rest}>
      <Icon name={icon} size={size === 'small' ? 16 : 18} />
    </button>
  );
}
