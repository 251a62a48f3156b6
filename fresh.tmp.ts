import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { english, french, german, said, spanish } from './test/domain/log-line/said.ts';
const homes: any = { english, german, french, spanish };
const all = JSON.parse(readFileSync('/tmp/ll60/fresh.json', 'utf8'));
let ok = 0, n = 0;
for (const [lang, list] of Object.entries(all) as any) for (const [line, want] of list) {
  n++;
  const got: any = said(line, homes[lang]);
  if (isDeepStrictEqual(got, want)) { ok++; continue; }
  console.log(`\n${line}`);
  for (const k of new Set([...Object.keys(got), ...Object.keys(want)])) if (got[k] !== want[k]) console.log(`   ${k}: want ${want[k]}\n      got  ${got[k]}`);
}
console.log(ok, 'of', n);
