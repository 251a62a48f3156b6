// The search of a screen: filters as one types; Escape empties it.
import { IconButton } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import styles from './fields.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly placeholder?: string;
};

export const SearchInput = ({ label, value, onChange, placeholder = 'Search' }: Props) => (
  <span className={styles.search}>
    <Icon name="search" size={16} />
    <input
      aria-label={label}
      autoComplete="off"
      className={styles.searchInput}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => {
        if (event.key !== 'Escape' || value === '') return;
        event.stopPropagation();
        onChange('');
      }}
      placeholder={placeholder}
      spellCheck={false}
      value={value}
    />
    {value !== '' && <IconButton icon="close" label="Clear search" onClick={() => onChange('')} size="small" />}
  </span>
);
