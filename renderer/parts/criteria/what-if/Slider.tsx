// Slider with a number field. Changes show while dragging and are saved on release.
import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Help } from '../../../ui/Help.tsx';
import { parseNumber } from '../../../ui/parse.ts';
import styles from './slider.module.css';

type Props = {
  readonly label: string;
  readonly meaning?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Value in the current rules, marked on the track. */
  readonly mark?: number | null;
  /** ripe: what lies beyond the thumb is ready, as on the ripeness bar. */
  readonly look?: 'plain' | 'ripe';
  /** After the field: "days". */
  readonly unit?: string;
  /** Beneath, small. */
  readonly note?: string | undefined;
  /** The caller keeps the value within `min` and `max`: typed numbers below come to it as well. */
  readonly bounded?: boolean;
  /** `held`: the pointer still holds the thumb. */
  readonly onMove: (value: number, held: boolean) => void;
  readonly onRest: () => void;
};

export function Slider(props: Props) {
  const {
    label,
    meaning,
    value,
    min,
    max,
    mark = null,
    look = 'plain',
    unit,
    note,
    bounded = false,
    onMove,
    onRest,
  } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const lowest = Math.min(min, value);
  const highest = Math.max(max, value);
  const part = (at: number) => (Math.min(Math.max(at, lowest), highest) - lowest) / (highest - lowest || 1);
  const moved = mark !== null && mark !== value;

  const held = useRef(false);
  function hold() {
    held.current = true;
    const released = new AbortController();
    const release = () => {
      held.current = false;
      released.abort();
      onRest();
    };
    // The hand may let go anywhere.
    for (const name of ['pointerup', 'pointercancel']) addEventListener(name, release, { signal: released.signal });
  }
  function type(text: string) {
    setTyped(text);
    const number = parseNumber(text);
    if (number !== null && (bounded || number >= min)) onMove(Math.round(number), false);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = event.shiftKey ? 10 : 1;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      setTyped(null);
      onMove(Math.max(min, value + (event.key === 'ArrowUp' ? step : -step)), false);
    } else if (event.key === 'Enter') {
      setTyped(null);
      onRest();
    } else return;
    event.preventDefault();
  }

  return (
    <div className={styles.slider} data-look={look} style={{ '--part': part(value) } as CSSProperties}>
      <label className={styles.label} htmlFor={id}>
        {meaning ? <Help meaning={meaning}>{label}</Help> : label}
      </label>
      <span className={styles.field}>
        <input
          aria-label={`${label}, as a number`}
          autoComplete="off"
          className={styles.number}
          inputMode="numeric"
          onBlur={() => {
            setTyped(null);
            onRest();
          }}
          onChange={event => type(event.target.value)}
          onFocus={event => event.currentTarget.select()}
          onKeyDown={onKeyDown}
          value={typed ?? String(value).replace('-', '−')}
        />
        {unit && <span className={styles.unit}>{unit}</span>}
      </span>
      <span className={styles.slot}>
        <input
          className={styles.range}
          id={id}
          max={highest}
          min={lowest}
          onBlur={onRest}
          onChange={event => onMove(Number(event.target.value), held.current)}
          onPointerDown={hold}
          type="range"
          value={value}
        />
        {mark !== null && (
          <span className={styles.mark} data-moved={moved} style={{ '--part': part(mark) } as CSSProperties} />
        )}
      </span>
      {(note || moved) && <p className={styles.note}>{note ?? `${mark} current`}</p>}
    </div>
  );
}
