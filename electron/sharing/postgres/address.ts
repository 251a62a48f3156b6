// The address of a database as the owner types it: postgresql://user:password@host:5432/database
import { AppError } from '../../../shared/result.ts';

/** Where a database is, and with what one gets in. Its password stands in no sentence and no log. */
export type Address = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The connection is encrypted and the certificate checked: always, except on this computer where the address does not ask for it. */
  readonly encrypted: boolean;
};

const example = 'postgresql://user:password@host:5432/database';
const localHosts = ['localhost', '127.0.0.1', '::1'];
/** What the addresses of usual offers end in. All of it is met by checking the certificate. */
const knownOptions = ['sslmode', 'channel_binding', 'application_name', 'connect_timeout'];
const encrypting = ['require', 'verify-ca', 'verify-full'];

const invalid = (message: string): AppError => new AppError('invalid', message, 'address');

/** Throws an AppError with one sentence, which does not repeat what was typed. */
export function parseAddress(text: string): Address {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || !['postgresql:', 'postgres:'].includes(url.protocol))
    throw invalid(`This is not the address of a PostgreSQL database. It looks like ${example}.`);
  const [host, user, password, database] = [
    url.hostname.replace(/^\[|\]$/g, ''),
    decoded(url.username),
    decoded(url.password),
    decoded(url.pathname.slice(1)),
  ];
  const lacking = Object.entries({ host, user, password, database }).find(([, value]) => value === '')?.[0];
  if (lacking) throw invalid(`The address has no ${lacking}. It looks like ${example}.`);
  const unknown = [...url.searchParams.keys()].find(name => !knownOptions.includes(name));
  if (unknown !== undefined)
    throw invalid('The address ends in an option that Ripen does not know. Remove what follows the question mark.');
  const mode = url.searchParams.get('sslmode') ?? '';
  const isLocal = localHosts.includes(host);
  if (!isLocal && mode !== '' && !encrypting.includes(mode))
    throw invalid('The address asks for a connection that is not encrypted. Remove sslmode from it.');
  return {
    ...{ host, user, password, database },
    port: url.port === '' ? 5432 : Number(url.port),
    encrypted: !isLocal || encrypting.includes(mode),
  };
}

/** A % that is none of an escape is itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** For sentences: "db.example.com/ripen". */
export function addressName({ host, port, database }: Address): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${name}${port === 5432 ? '' : `:${port}`}/${database}`;
}
