// Axe over the window as it stands: what it finds, one line each. Empty is what we want.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Legacy mode: Electron opens no second page for axe to work in. What is fading in is looked at once it is there. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(animation => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
  );
}
