// The workflows: each can be read, runs only scripts that are there, and uses actions of which the very bytes are named.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ROOT } from '../../build/paths.ts';

const { load } = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => unknown };
const folder = join(ROOT, '.github', 'workflows');
const names = readdirSync(folder);

const stepSchema = z.object({ uses: z.string().optional(), run: z.string().optional() }).loose();
const jobSchema = z
  .object({
    'runs-on': z.string().optional(),
    'timeout-minutes': z.number().optional(),
    needs: z.union([z.string(), z.array(z.string())]).optional(),
    uses: z.string().optional(),
    steps: z.array(stepSchema).optional(),
  })
  .loose();
const workflowSchema = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
});

const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const read = (name: string) => workflowSchema.parse(load(textOf(name)));
const pinned = /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/;

describe.each(names)('%s', name => {
  const { jobs, permissions } = read(name);
  const steps = Object.values(jobs).flatMap(({ steps: list }) => list ?? []);

  it('uses actions by the hash of their bytes, with the version beside it, and workflows of ours', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(pinned);
    const lines = textOf(name).match(/uses: .+/g) ?? [];
    for (const line of lines) expect(line).toMatch(/^uses: (?:\.\/.+|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    for (const { uses } of Object.values(jobs)) if (uses !== undefined) expect(existsSync(join(ROOT, uses))).toBe(true);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('runs only scripts that are there, waits only for jobs of its own, and ends by itself', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const run = steps.flatMap(step => [...(step.run ?? '').matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script));
    expect(run.filter(script => !((script as string) in scripts))).toEqual([]);
    const needed = Object.values(jobs).flatMap(({ needs = [] }) => needs);
    expect(needed.filter(job => !(job in jobs))).toEqual([]);
    for (const job of Object.values(jobs)) expect(job.uses ?? job['timeout-minutes']).toBeDefined();
  });

  it('may only read, but for the one job that drafts the release', () => {
    expect(Object.values(permissions)).toEqual(['read']);
    const writers = Object.entries(jobs).filter(([, job]) => JSON.stringify(job.permissions ?? {}).includes('write'));
    expect(writers.map(([job]) => job)).toEqual(name === 'release.yml' ? ['draft'] : []);
  });

  it('keeps no text of strangers in a command', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

it('one action has one hash everywhere', () => {
  const used = names.flatMap(name => [...textOf(name).matchAll(/uses: ([\w-]+\/[\w-]+)@(\S+)/g)]);
  const hashes = new Map<string, Set<string>>();
  for (const [, action = '', hash = ''] of used) hashes.set(action, (hashes.get(action) ?? new Set()).add(hash));
  for (const [action, set] of hashes) expect([action, set.size]).toEqual([action, 1]);
});

it('a release checks, tests, packs on three systems, and drafts with checksums, bill of materials and provenance', () => {
  const { jobs, on } = read('release.yml');
  expect(on).toEqual({ push: { tags: ['v*'] } });
  expect(Object.entries(jobs).map(([job, { needs }]) => [job, needs])).toEqual([
    ['notes', undefined],
    ['test', 'notes'],
    ['package', 'test'],
    ['draft', 'package'],
  ]);
  expect(read('test.yml').jobs.test?.strategy).toMatchObject(read('release.yml').jobs.package?.strategy as object);
  const draft = JSON.stringify(jobs.draft);
  for (const part of [
    'checksums',
    'attest-build-provenance',
    'gh release create',
    '--draft',
    'sbom.cdx.json',
    'SHA256SUMS',
  ])
    expect(draft).toContain(part);
});
