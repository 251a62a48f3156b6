// First step of every npm script: says in plain words when Node is too old, then runs build/<name>.ts.
// Plain JavaScript on purpose, so that an old Node can still read it.
import { existsSync } from 'node:fs';

const NEEDED = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    [
      `Ripen needs Node ${NEEDED.join('.')} or newer to build; this is Node ${process.versions.node}.`,
      'npm installs a Node 24 of its own for the scripts. It is missing here, so either the install was cut short or',
      'install scripts were switched off. Run:  npm ci --ignore-scripts=false',
    ].join('\n'),
  );
  process.exit(1);
}

const name = process.argv[2] ?? '';
const script = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(script)) {
  console.error(`There is no build/${name}.ts to run.`);
  process.exit(1);
}
process.argv.splice(1, 2, script.pathname);
await import(script.href);
