// The tags of a lead as small words.
import type { Tag } from '../../../shared/custom-field.ts';
import styles from './tags.module.css';

type Props = {
  readonly ids: readonly string[];
  readonly tags: readonly Tag[];
  /** Where there is little room: so many are written, the others counted. */
  readonly most?: number;
};

export function TagLabels({ ids, tags, most = ids.length }: Props) {
  const labels = ids.flatMap(id => tags.find(tag => tag.id === id)?.label ?? []);
  if (labels.length === 0) return null;
  return (
    <span className={styles.text} title={labels.join(', ')}>
      {labels.slice(0, most).map(label => (
        <span className={styles.word} key={label}>
          {label}
        </span>
      ))}
      {labels.length > most && <span className={styles.others}>+{labels.length - most}</span>}
    </span>
  );
}
