// Files that the owner chose: the page holds a token for each, and never names a path. Free of Electron.
import { randomBytes } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { refuseHeldSource } from '../files/held.ts';

/** Files remembered; the oldest is forgotten first. */
const most = 10_000;

export type FileTokens = {
  /** A token for a file from a dialog, a drop or the command line of this start. It ends in the file's name, to be shown. */
  readonly tokenFor: (path: string) => string;
  /** A token for a folder from a dialog, also on another computer: the owner looked at it there. */
  readonly tokenForFolder: (path: string) => string;
  readonly folderOf: (token: string) => string;
  /** The file of a token. */
  readonly fileOf: (token: string) => string;
  /** The input of a call with the path in place of the token; throws an AppError for a token that was not given out. */
  readonly withPaths: (name: string, input: unknown) => unknown;
};

/** A share on another computer: merely looking at one sends the owner's password hash to its host. */
export const isNetworkPath = (path: string): boolean => /^[\\/]{2}/.test(path);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function createFileTokens(): FileTokens {
  const paths = new Map<string, string>();

  const keep = (path: string): string => {
    const token = `${randomBytes(16).toString('hex')}/${basename(path)}`;
    paths.set(token, path);
    const [oldest] = paths.keys();
    if (paths.size > most && oldest !== undefined) paths.delete(oldest);
    return token;
  };
  const pathOf = (token: unknown): string => {
    const path = typeof token === 'string' ? paths.get(token) : undefined;
    if (path === undefined) throw new AppError('not-found', 'Choose the file again; Ripen no longer knows it.');
    // Also where it would be read in another process, which cannot know what is open here.
    refuseHeldSource(path);
    return path;
  };

  return {
    tokenFor: path => {
      if (isNetworkPath(path)) {
        throw new AppError('file', 'Ripen reads no files straight from another computer. Copy it to this one first.');
      }
      if (!isAbsolute(path)) throw new AppError('file', 'This file is in no folder of this computer.');
      return keep(path);
    },
    tokenForFolder: keep,
    folderOf: token => {
      const path = paths.get(token);
      if (path === undefined) throw new AppError('not-found', 'Choose the folder again; Ripen no longer knows it.');
      return path;
    },
    fileOf: pathOf,
    withPaths: (name, input) => {
      if (!isObject(input)) return input;
      if (name.startsWith('criteriaFile.') && 'path' in input) return { ...input, path: pathOf(input.path) };
      if (name.startsWith('leadFiles.') && Array.isArray(input.files)) {
        const files = input.files.map(file => (isObject(file) ? { ...file, path: pathOf(file.path) } : file));
        return { ...input, files };
      }
      const { source } = input;
      if (isObject(source) && source.kind === 'file') {
        return { ...input, source: { ...source, path: pathOf(source.path) } };
      }
      if (isObject(source) && source.kind === 'files' && Array.isArray(source.paths)) {
        return { ...input, source: { ...source, paths: source.paths.map(pathOf) } };
      }
      return input;
    },
  };
}
