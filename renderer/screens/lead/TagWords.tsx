// The tags of a lead as small words.
import type { Tag } from '../../../shared/own-field.ts';
import styles from './tags.module.css';

type Props = { readonly ids: readonly string[]; readonly tags: readonly Tag[] };

export function TagWords({ ids, tags }: Props) {
  const labels = ids.flatMap(id => tags.find(tag => tag.id === id)?.label ?? []);
  if (labels.length === 0) return null;
  return (
    <span className={styles.words}>
      {labels.map(label => (
        <span className={styles.word} key={label}>
          {label}
        </span>
      ))}
    </span>
  );
}
