// The notes of a release: its section of CHANGELOG.md, and nothing else.
import { PlainError } from '../say.ts';

/** The section of the version that a tag names; stops where tag, package and changelog are not about the same release. */
export function notesFor(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`) throw new PlainError(`The tag is ${tag}, and package.json says ${version}.`);
  const heading = new RegExp(`^## ${version.replaceAll('.', '\\.')}(?: \\((.+)\\))?$`, 'm').exec(changelog);
  if (!heading) throw new PlainError(`CHANGELOG.md has no section "## ${version}".`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(heading[1] ?? '')) {
    throw new PlainError(
      `CHANGELOG.md does not say on which day ${version} is released: "## ${version} (2026-12-01)".`,
    );
  }
  const rest = changelog.slice(heading.index + heading[0].length);
  const text = rest.slice(0, /^## /m.exec(rest)?.index ?? rest.length).trim();
  if (text === '') throw new PlainError(`CHANGELOG.md says nothing of ${version}.`);
  return `${text}\n`;
}
