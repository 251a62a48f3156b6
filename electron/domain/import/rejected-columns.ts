// The two extra columns of a file of rejected rows, which are not imported.
import { headerKey } from './text.ts';

export const lineHeader = 'Line in file';
export const reasonHeader = 'Reason for rejection';
const keys = new Set([lineHeader, reasonHeader].map(headerKey));

export const isRejectedColumn = (header: string): boolean => keys.has(headerKey(header));
