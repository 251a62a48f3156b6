// List of criteria versions with reason and changes.
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { useRead } from '../../../api/use-read.ts';
import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { go } from '../../../parts/navigation/use-route.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { Changes } from '../Changes.tsx';
import type { TabProps } from '../tab-props.ts';
import { Compare } from './Compare.tsx';
import { Reading } from './Reading.tsx';
import styles from './versions.module.css';

/** `at` is the number of the version to read. */
export function VersionsTab({ at }: TabProps) {
  const versions = useRead('criteria.versions', {});
  return (
    <QueryBoundary of={versions}>
      {list => (
        <div className={styles.versions}>
          <Compare versions={list} />
          <ol className={styles.list}>
            {list.map((version, index) => (
              <Version
                first={index === list.length - 1}
                inForce={index === 0}
                key={version.id}
                reading={at === String(version.number)}
                version={version}
              />
            ))}
          </ol>
        </div>
      )}
    </QueryBoundary>
  );
}

type Props = {
  readonly version: Output<'criteria.versions'>[number];
  readonly inForce: boolean;
  /** The one Ripen started with: nothing came before it. */
  readonly first: boolean;
  readonly reading: boolean;
};

function Version({ version: { number, publishedAt, reason, changes }, inForce, first, reading }: Props) {
  const { draft } = useRules();
  const [heading, setHeading] = useState<HTMLHeadingElement | null>(null);
  useEffect(() => {
    if (!reading || !heading) return;
    heading.scrollIntoView({ block: 'nearest' });
    heading.focus({ preventScroll: true });
  }, [reading, heading]);
  return (
    <li className={styles.version} data-in-force={inForce}>
      <header className={styles.head}>
        <h2 ref={setHeading} tabIndex={-1}>
          Version {number}
        </h2>
        <span className={styles.aside}>
          {inForce ? (
            <b>
              current since <DateText at={publishedAt} as="long" />
            </b>
          ) : (
            <>
              from <DateText at={publishedAt} as="long" />
            </>
          )}
        </span>
        <Button
          aria-expanded={reading}
          look="plain"
          onClick={() => go('criteria', reading ? 'versions' : `versions.${number}`)}
          size="small"
        >
          {reading ? 'Close' : 'View rules'}
        </Button>
      </header>
      {reason && <p className={styles.reason}>{reason}</p>}
      {!reading && changes.length > 0 && <Changes text={changes} />}
      {!reading && !first && changes.length === 0 && <p className={styles.aside}>The same rules in another order.</p>}
      {reading && <Reading number={number} />}
      {inForce && draft && (
        <p className={styles.aside}>
          A draft of version {draft.number} is in progress under <a href="#/criteria/rules">Rules</a>.
        </p>
      )}
    </li>
  );
}
