// What can go wrong between here and a database, each in one sentence. Nothing of what a server says is repeated: it may hold anything.
import { AppError } from '../../../shared/result.ts';
import { type Address, addressName } from './address.ts';

/** Ends every sentence about a database that is not reached. */
const safe = 'Your work is safe here and is sent when it is back.';

/** The connection is of no use any more, or never was; the same is worth another try on a new one. */
export class ConnectionLost extends AppError {
  constructor(message: string) {
    super('file', message);
  }
}

/** The server spoke, and it was not PostgreSQL. */
export class OtherProtocol extends Error {}

type Told = (name: string, address: Address) => string;

const notReached: Told = name => `${name} is not reached. ${safe}`;
const noServer: Told = (_, { host, port }) => `No PostgreSQL server answers at ${host}, port ${port}. ${safe}`;
const wrongPassword: Told = name =>
  `${name} does not accept this user and password. Check the address; your work is safe here.`;
const notTrusted: Told = (_, { host }) =>
  `The certificate of ${host} is not from an authority that this computer knows. Nothing was sent; add the certificate of its provider.`;

/** By code of the system, of TLS, or of PostgreSQL (SQLSTATE). */
const byCode: Readonly<Record<string, Told>> = {
  ENOTFOUND: (_, { host }) => `There is no computer named ${host}, or this one has no network. ${safe}`,
  EAI_AGAIN: (_, { host }) => `There is no computer named ${host}, or this one has no network. ${safe}`,
  ECONNREFUSED: noServer,
  SELF_SIGNED_CERT_IN_CHAIN: notTrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: notTrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  CERT_SIGNATURE_FAILURE: notTrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: (_, { host }) =>
    `The certificate that ${host} shows is not for ${host}. Nothing was sent; check the address.`,
  CERT_HAS_EXPIRED: (_, { host }) =>
    `The certificate of ${host} has expired. Nothing was sent; its provider renews it.`,
  CERT_NOT_YET_VALID: (_, { host }) =>
    `The certificate of ${host} is not valid yet. Nothing was sent; check the clock of this computer.`,
  '28P01': wrongPassword,
  '28000': (name, { user }) => `${name} does not let ${user} in from this computer. Your work is safe here.`,
  '3D000': (_, { host, database }) =>
    `There is no database named ${database} on ${host}. Check the address; your work is safe here.`,
  '53300': name => `${name} has no connection free. ${safe}`,
  '57P03': name => `${name} is starting or stopping. ${safe}`,
  '25006': name => `${name} can only be read now. ${safe}`,
  '42501': (name, { user }) => `${user} may not do this in ${name}. Give it the rights; your work is safe here.`,
  '53100': name => `${name} has no space left. ${safe}`,
};

const noEncryption: Told = (_, { host }) =>
  `${host} does not encrypt connections. Nothing was sent; turn on TLS there.`;
const otherProtocol: Told = (_, { host, port }) =>
  `What answers at ${host}, port ${port}, is no PostgreSQL server. Check the address; your work is safe here.`;

/** Codes after which the connection still serves. */
const stays = ['25006', '42501', '53100'];

/** The sentence of what `pg`, TLS or the system threw. */
export function failureOf(error: unknown, address: Address, isConnecting: boolean): AppError {
  if (error instanceof AppError) return error;
  const name = addressName(address);
  const { code, message = '' } = error as { readonly code?: unknown; readonly message?: string };
  const known = byCode[`${code}`];
  if (known && stays.includes(`${code}`) && !isConnecting) return new AppError('file', known(name, address));
  if (known) return new ConnectionLost(known(name, address));
  if (message === 'The server does not support SSL connections') return new ConnectionLost(noEncryption(name, address));
  // A byte that answers no question for TLS.
  const isOther = error instanceof OtherProtocol || message === 'There was an error establishing an SSL connection';
  if (isOther) return new ConnectionLost(otherProtocol(name, address));
  if (isConnecting && `${code}`.startsWith('ERR_SSL')) return new ConnectionLost(otherProtocol(name, address));
  // A class of PostgreSQL's own: connections that break, operators that intervene, tables that are gone.
  const isAnswer = /^[0-9A-Z]{5}$/.test(`${code}`) && !/^E[A-Z]+$/.test(`${code}`);
  if (!isAnswer || /^(?:08|57P|42P01|3F000)/.test(`${code}`)) return new ConnectionLost(notReached(name, address));
  return new AppError('file', `${name} answers with an error (${code}). ${safe}`);
}
