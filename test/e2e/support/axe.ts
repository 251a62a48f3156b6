// Axe over the window as it stands: what it finds, one line each. Empty is what we want.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Waits until nothing loads or moves any more: what is half faded in has half its contrast. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    const isMoving = ({ playState, effect }: Animation) =>
      playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime);
    await document.fonts.ready;
    let quietFrames = 0;
    while (quietFrames < 3) {
      await frame();
      const isBusy = document.querySelector('[aria-busy=true]') !== null || document.getAnimations().some(isMoving);
      quietFrames = isBusy ? 0 : quietFrames + 1;
    }
  });
}

/** Legacy mode: Electron opens no second page for axe to work in. What is fine is not described, which is most of the work. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await atRest(page);
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
  );
}
