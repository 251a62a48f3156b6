// No workspace is open: the sample, one's own, one that exists already; and why the last one could not be opened.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { withFile } from '../../app/use-file-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { Problem } from './Problem.tsx';
import { Recent } from './Recent.tsx';
import styles from './welcome.module.css';

type Props = Pick<Output<'workspaces.state'>, 'problem' | 'recent'>;

export function Welcome({ problem, recent }: Props) {
  const [making, setMaking] = useState(false);

  async function openSample() {
    setMaking(true);
    announce('Making the sample workspace');
    await withFile('workspaces.openSample', {});
    setMaking(false);
  }

  return (
    <main className={styles.welcome}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <StageGlyph size={40} stage="opportunity" />
          <h1>Ripen</h1>
          <p>Who is ready to buy, why, and what to do next. In one file on this computer.</p>
        </header>

        {problem !== null && <Problem last={recent[0]} words={problem} />}

        <div className={styles.ways}>
          <section className={styles.way}>
            <h2>Start with your own people</h2>
            <p>A new, empty workspace in a file where you choose. Then import a spreadsheet, or add people by hand.</p>
            <Button look="primary" onClick={() => withFile('workspaces.create', {})} size="large">
              New workspace
            </Button>
          </section>
          <section className={styles.way}>
            <h2>Look around first</h2>
            <p>
              A small firm that does not exist: 400 people, a year of activities, meetings and spend. In a file of its
              own, which you can remove any time.
            </p>
            <Button disabled={making} onClick={openSample} size="large">
              {making ? 'Making the sample …' : 'Open the sample'}
            </Button>
          </section>
        </div>

        <Recent recent={recent} />
        <p className={styles.privacy}>Ripen works without the internet. Nothing you enter leaves this computer.</p>
      </div>
    </main>
  );
}
