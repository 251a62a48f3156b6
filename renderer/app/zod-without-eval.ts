// Must be the first import: tells zod, wherever it is loaded later, not to try `new Function`, which the CSP refuses and reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
