// What the parser's process and its owner say to each other. Everything is plain data that can be cloned.
import type { Preview } from '../../../shared/import.ts';
import type { Failure } from '../../../shared/result.ts';
import type { PrepareRequest } from './prepare.ts';
import type { PreviewRequest } from './preview.ts';

/** To the parser. `next` asks for one more piece of a `prepare`, so that the parser is never ahead of the database by much. */
export type ToParser =
  | { readonly say: 'preview'; readonly id: number; readonly request: PreviewRequest }
  | { readonly say: 'prepare'; readonly id: number; readonly request: PrepareRequest }
  | { readonly say: 'next'; readonly id: number }
  | { readonly say: 'cancel'; readonly id: number };

/** From the parser. */
export type FromParser =
  | { readonly say: 'ready' }
  | { readonly say: 'progress'; readonly id: number; readonly rows: number; readonly part: number }
  | { readonly say: 'preview'; readonly id: number; readonly preview: Preview }
  /** A piece as text, see wire.ts; null: there are no more. */
  | { readonly say: 'piece'; readonly id: number; readonly piece: string | null }
  | { readonly say: 'failed'; readonly id: number; readonly failure: Failure };

/** One end of a line between two processes, whatever carries it. */
export type Port<In, Out> = {
  readonly post: (message: Out) => void;
  readonly onMessage: (hear: (message: In) => void) => void;
};
