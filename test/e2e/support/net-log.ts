// Reads Chromium's network log: every address asked for and every connection tried, by any part of the browser.
import { readFile } from 'node:fs/promises';

type NetEvent = { readonly type: number; readonly params?: Readonly<Record<string, unknown>> };
type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly NetEvent[];
};

// Kinds of event that mean somebody wanted to leave this computer, or looked a name up.
const leaving = ['URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_REQUEST', 'TCP_CONNECT', 'SSL_CONNECT', 'UDP_CONNECT'];

/** One line per event that went beyond app://, "URL_REQUEST_START_JOB https://example.org/". Empty is what we want. */
export async function readNetLog(file: string): Promise<readonly string[]> {
  const log = parse(await readFile(file, 'utf8'));
  const kinds = new Map(leaving.map(name => [log.constants.logEventTypes[name], name]));
  return log.events.flatMap(event => {
    const kind = kinds.get(event.type);
    const about = String(event.params?.url ?? event.params?.host ?? event.params?.address ?? '');
    if (!kind || /^(app|devtools|data|blob):/.test(about)) return [];
    // The second event of a pair tells the end and names nothing.
    return about === '' ? [] : [`${kind} ${about}`];
  });
}

/** The log is written as it happens; after a kill its end is missing. */
function parse(text: string): NetLog {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`);
  }
}
