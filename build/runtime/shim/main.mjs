// Stands in for Electron's default_app.asar, which the carried Electron lacks: runs the app folder named in argv.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1).find(arg => !arg.startsWith('-'));
if (!given) {
  console.error('usage: electron <app folder>');
  process.exit(1);
}
const folder = resolve(given);
if (statSync(folder).isDirectory()) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(about.productName ?? about.name);
  if (about.version) app.setVersion(about.version);
  await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href);
} else {
  await import(pathToFileURL(folder).href);
}
