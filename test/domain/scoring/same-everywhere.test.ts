// The same data gives the same score to the byte, whatever the machine's zone and locale (P19).
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('./print-scores.ts', import.meta.url));
const under = (TZ: string, locale: string): string =>
  execFileSync(process.execPath, ['--no-warnings', script], {
    env: { ...process.env, TZ, LC_ALL: locale, LANG: locale, LANGUAGE: locale },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });

it('scores are byte-equal in Berlin and Apia, in German and Turkish', () => {
  const here = under('Europe/Berlin', 'de_DE.UTF-8');
  expect(here.length).toBeGreaterThan(100_000);
  expect(under('Pacific/Apia', 'tr_TR.UTF-8') === here).toBe(true);
  expect(under('America/St_Johns', 'C') === here).toBe(true);
});
