// All versions of the criteria: when, why, what each changed; any two compared; an old one read.
import { Answer } from '../../../api/Answer.tsx';
import { useRead } from '../../../api/use-read.ts';
import type { TabProps } from '../tabs.ts';

export function VersionsTab(_: TabProps) {
  const versions = useRead('criteria.versions', {});
  return (
    <Answer of={versions}>
      {list => (
        <ol>
          {list.map(version => (
            <li key={version.id}>
              Version {version.number}: {version.reason}
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}
