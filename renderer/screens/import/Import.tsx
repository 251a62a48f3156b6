// Import screen: choose, map columns, preview, done; and the history.

import { useEffect } from 'react';
import { openExport } from '../../parts/export/open-export.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Check } from './Check.tsx';
import { Choose } from './Choose.tsx';
import { Decide } from './Decide.tsx';
import { Done } from './Done.tsx';
import { releaseDropped, takeDropped, useDropped, useHeld } from './dropped.ts';
import { History } from './History.tsx';
import styles from './import.module.css';
import { JobProgress } from './JobProgress.tsx';
import { MailStep } from './MailStep.tsx';
import { MapColumns } from './MapColumns.tsx';
import { Memory } from './Memory.tsx';
import { Steps } from './Steps.tsx';
import { type Importing, useImport } from './use-import.ts';

export function Import(_: ScreenProps) {
  const importing = useImport();
  const { step, problem, job, cancel, read } = importing;
  const dropped = useDropped();
  const held = useHeld();
  const free = job === null && step.at === 'choose';
  useEffect(() => {
    if (!free || held || dropped.length === 0) return;
    const source = takeDropped();
    if (source !== undefined) void read(source);
  }, [free, held, dropped, read]);
  return (
    <Screen
      aside={importing.understood && step.at !== 'choose' ? importing.understood.preview.fileName : ''}
      filters={<Steps importing={importing} />}
      title="Import"
      tools={
        step.at === 'choose' && (
          <Button icon="export" onClick={() => openExport()}>
            Export
          </Button>
        )
      }
    >
      {problem && <Notice tone="problem">{problem}</Notice>}
      {job ? <JobProgress job={job} onCancel={cancel} /> : <StepBody importing={importing} />}
      {dropped.length > 0 && !free && step.at !== 'done' && (
        <p className={styles.quiet}>
          {dropped.length === 1 ? 'One more file is waiting' : `${dropped.length} more files are waiting`} until this
          one is done.
        </p>
      )}
      {free && held && (
        <p className={styles.quiet}>
          {dropped.length === 1 ? 'One more file is waiting.' : `${dropped.length} more files are waiting.`}{' '}
          <Button onClick={releaseDropped} size="small">
            Open next file
          </Button>
        </p>
      )}
      {step.at === 'choose' && !job && (
        <>
          <History onLike={(source, like) => void read(source, {}, like)} />
          <Memory />
        </>
      )}
    </Screen>
  );
}

function StepBody({ importing }: { readonly importing: Importing }) {
  const { step, understood } = importing;
  switch (step.at) {
    case 'choose':
      return <Choose onSource={importing.read} />;
    case 'map':
      if (understood?.preview.mail)
        return <MailStep importing={importing} mail={understood.preview.mail} understood={understood} />;
      return understood && <MapColumns importing={importing} understood={understood} />;
    case 'check':
      return understood && <Check importing={importing} dryRun={step.dryRun} understood={understood} />;
    case 'decide':
      return <Decide importing={importing} dryRun={step.dryRun} />;
    case 'done':
      return (
        <Done
          before={step.before}
          fileName={understood?.preview.fileName ?? ''}
          isMail={understood?.preview.mail !== undefined}
          onAnother={() => importing.back('choose')}
          onRest={importing.runRest}
          onSaveRejected={importing.saveRejected}
          result={step.result}
        />
      );
    default:
      return step satisfies never;
  }
}
