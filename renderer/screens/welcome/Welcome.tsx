// Welcome screen: sample, new workspace, recent files, and the error of the last open.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { act } from '../../parts/actions/actions.ts';
import { withFile } from '../../parts/actions/use-file-actions.ts';
import { FileStrip } from '../../parts/backups/FileStrip.tsx';
import styles from '../../parts/welcome/welcome.module.css';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { Problem } from './Problem.tsx';
import { Recent } from './Recent.tsx';

type Props = Pick<Output<'workspaces.state'>, 'problem' | 'canMend' | 'recent' | 'told'>;

export function Welcome({ problem, canMend, recent, told }: Props) {
  const [making, setMaking] = useState(false);

  async function openSample() {
    setMaking(true);
    announce('Creating sample workspace');
    await withFile('workspaces.openSample', {});
    setMaking(false);
  }

  return (
    <main className={styles.welcome}>
      <FileStrip moved={null} told={told} />
      <div className={styles.sheet}>
        <header className={styles.head}>
          <StageGlyph size={40} stage="opportunity" />
          <h1>Ripen</h1>
          <p>See which leads are ready to buy, why, and what to do next. All in one file on this computer.</p>
        </header>

        {problem !== null && <Problem canMend={canMend} last={recent[0]} text={problem} />}

        <div className={styles.ways}>
          <section className={styles.way}>
            <h2>Start with your own leads</h2>
            <p>Create an empty workspace in a file of your choice. Then import a spreadsheet or add leads manually.</p>
            <Button look="primary" onClick={() => withFile('workspaces.create', {})} size="large">
              New workspace
            </Button>
          </section>
          <section className={styles.way}>
            <h2>Try the sample</h2>
            <p>
              A fictional small company with 400 leads and a year of activities, meetings and spend. It is a separate
              file that you can remove at any time.
            </p>
            <Button disabled={making} onClick={openSample} size="large">
              {making ? 'Creating sample…' : 'Open sample'}
            </Button>
          </section>
        </div>

        <p className={styles.join}>
          Does a colleague share a workspace with you?
          <Button look="plain" onClick={() => act('join-workspace')}>
            Join a shared workspace
          </Button>
        </p>
        <Recent recent={recent} />
        <p className={styles.privacy}>
          Ripen works offline. Nothing you enter leaves this computer unless you share it.
        </p>
      </div>
    </main>
  );
}
