// Axe over the window as it stands: what it finds, one line each. Empty is what we want.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { atFullSpeed } from './slow.ts';

type RunOptions = Parameters<AxeBuilder['options']>[0];

/** Waits until nothing loads or moves any more: what is half faded in has half its contrast. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    const isMoving = ({ playState, effect }: Animation) =>
      playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime);
    await document.fonts.ready;
    const restless = () => [
      ...[...document.querySelectorAll('[aria-busy=true]')].map(({ outerHTML }) => outerHTML),
      ...document
        .getAnimations()
        .filter(isMoving)
        .map(({ effect }) => String((effect as KeyframeEffect).target)),
    ];
    const until = performance.now() + 90_000;
    for (let quietFrames = 0; quietFrames < 3; ) {
      await frame();
      const found = restless();
      quietFrames = found.length > 0 ? 0 : quietFrames + 1;
      if (performance.now() > until) throw new Error(`This does not come to rest: ${found.join().slice(0, 1000)}`);
    }
  });
}

/** Open menus, questions and hover cards without a ground of their own: what lies under them shines through. */
const seeThrough = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hasGround = (element: Element | null) =>
      element !== null && !/^(transparent|.*[,/] ?0\))$/.test(getComputedStyle(element).backgroundColor);
    return [...document.querySelectorAll(':popover-open, dialog[open]')]
      .filter(element => !hasGround(element) && !hasGround(element.firstElementChild))
      .map(element => `see-through: ${element.outerHTML.slice(0, 200)}`);
  });

/** The rules of axe that look at colors (its `cat.color`); the stricter contrast of AAA is none of ours. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/** By all rules of axe in the scheme in which the page stands. */
export const axeFindings = (page: Page): Promise<readonly string[]> => findings(page, {});

/**
 * By all rules in light, then by those that look at colors in dark: everything else axe looks at is the same page. `look` sees
 * the page in each of the two. The page is in light before and after.
 */
export async function axeFindingsInBoth(
  page: Page,
  look: (scheme: 'light' | 'dark') => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const inLight = await axeFindings(page);
  await look('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const inDark = await findings(page, { runOnly: colorRules });
  await look('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inLight, ...inDark.map(finding => `dark: ${finding}`)];
}

/** Legacy mode: Electron opens no second page for axe to work in. What is fine is not described, which is most of the work. */
async function findings(page: Page, rules: RunOptions): Promise<readonly string[]> {
  await atRest(page);
  // Half a megabyte, read by the page once.
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) }).setLegacyMode(true);
  builder.options({ ...rules, resultTypes: ['violations'] });
  const { violations } = await atFullSpeed(page, () => builder.analyze());
  return [
    ...(await seeThrough(page)),
    ...violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 5).map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`),
    ),
  ];
}
