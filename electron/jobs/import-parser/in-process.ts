// The parser as the features see it; here in the same process, for tests and tools.
import type { Preview } from '../../../shared/import.ts';
import type { PreparedPiece, PrepareRequest } from './prepare.ts';
import { prepareRows } from './prepare.ts';
import type { PreviewRequest, Watch } from './preview.ts';
import { previewFile } from './preview.ts';

export type ImportParser = {
  readonly preview: (request: PreviewRequest, watch: Watch) => Promise<Preview>;
  readonly prepare: (request: PrepareRequest, isCancelled: () => boolean) => AsyncIterable<PreparedPiece>;
};

export const inProcessParser: ImportParser = { preview: previewFile, prepare: request => prepareRows(request) };
