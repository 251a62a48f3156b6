// Makes the place that is known. A database is asked from this process: nothing there waits for a disk.
import type { FolderMaker, PlaceMaker } from './known-place.ts';
import { parseAddress } from './postgres/address.ts';
import { postgresPlace } from './postgres/place.ts';

export const placesWith =
  (folderOf: FolderMaker): PlaceMaker =>
  known =>
    known.kind === 'folder' ? folderOf(known) : postgresPlace({ address: parseAddress(known.address), ca: known.ca });
