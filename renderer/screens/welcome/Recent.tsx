// The workspaces opened last, and the way to any other.
import { keysOf } from '../../../shared/actions.ts';
import { withFile } from '../../parts/actions/use-file-actions.ts';
import styles from '../../parts/welcome/welcome.module.css';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

type Props = { readonly recent: readonly { readonly file: string; readonly name: string }[] };

export const Recent = ({ recent }: Props) => (
  <section aria-labelledby="recent" className={styles.recent}>
    <header>
      <h2 id="recent">{recent.length > 0 ? 'Recent workspaces' : 'Already have a workspace?'}</h2>
      <Button keys={keysOf('open-workspace')} look="plain" onClick={() => withFile('workspaces.open', { file: null })}>
        Open file
      </Button>
    </header>
    <ul>
      {recent.map(({ file, name }) => (
        <li key={file}>
          <button className={styles.file} onClick={() => withFile('workspaces.open', { file })} type="button">
            <Icon name="file" size={16} />
            <span className={styles.name}>{name}</span>
            <span className={styles.path}>
              <bdi>{file}</bdi>
            </span>
          </button>
          <IconButton
            icon="close"
            label={`Remove ${name} from the list`}
            onClick={() => withFile('workspaces.forget', { file })}
            size="small"
          />
        </li>
      ))}
    </ul>
  </section>
);
