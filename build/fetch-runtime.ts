// Makes the runtime ready without starting anything: `npm run runtime`.
import { resolveRuntime } from './runtime/resolve.ts';
import { runScript } from './say.ts';

await runScript(async () => {
  console.log(JSON.stringify(await resolveRuntime(), null, 2));
  return 0;
});
