// Criteria: the rules behind the score and what they would have done; drafts, versions, and what history teaches.

import { useRead } from '../../api/use-read.ts';
import { RulesProvider } from '../../parts/criteria/rules-context.tsx';
import { go } from '../../parts/navigation/use-route.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { Segments } from '../../ui/fields/Segments.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { tabs } from './tabs.ts';

/** `rest` is the tab and, behind a dot, a place in it: "versions.3". */
export function Criteria({ rest }: ScreenProps) {
  const draft = useRead('criteria.draft', {});
  const [name = '', at = null] = (rest ?? '').split(/\.(.*)/);
  const tab = tabs.find(({ value }) => value === name) ?? tabs[0];
  const { Body, layout } = tab;
  return (
    <Screen
      filters={<Segments label="Part" onChange={next => go('criteria', next)} options={tabs} value={tab.value} />}
      layout={layout}
      title="Criteria"
    >
      <QueryBoundary of={draft}>
        {value => (
          <RulesProvider answer={value}>
            <Body at={at} />
          </RulesProvider>
        )}
      </QueryBoundary>
    </Screen>
  );
}
