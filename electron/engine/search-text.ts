// Search text of all leads in memory, for terms too short for the search index.

/** Rows kept together: long enough that few strings are searched, short enough that a changed one is soon written anew. */
const blockRows = 1024;

/** Texts of a block in one string, a line each, and where each line starts; or apart, while they are being changed. */
type Settled = { readonly text: string; readonly starts: Uint32Array };
type Block = Settled | string[];

const apart = (block: Block | undefined): string[] =>
  Array.isArray(block) ? block : (block?.text.split('\n') ?? new Array<string>(blockRows).fill(''));

function together(texts: readonly string[]): Settled {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, row) => {
    starts[row + 1] = (starts[row] as number) + text.length + 1;
  });
  return { text: texts.join('\n'), starts };
}

/** Texts by row number. */
export class SearchText {
  readonly #blocks: Block[] = [];

  /** `text` is one line; empty: there is no such row any more. */
  set(row: number, text: string): void {
    const index = Math.floor(row / blockRows);
    while (this.#blocks.length <= index) this.#blocks.push(together(apart(undefined)));
    const texts = apart(this.#blocks[index]);
    texts[row % blockRows] = text;
    this.#blocks[index] = texts;
  }

  clear(): void {
    this.#blocks.length = 0;
  }

  /** Writes what was changed together: texts apart take more room, and a search would have to wait for it. */
  settle(): void {
    this.#blocks.forEach((block, index) => {
      if (Array.isArray(block)) this.#blocks[index] = together(block);
    });
  }

  /** Row numbers whose text contains every one of `parts`, ascending; none for no part. */
  having(parts: readonly string[]): number[] {
    const found: number[] = [];
    // The longest part is the one that the fewest texts contain.
    const [longest, ...others] = parts.toSorted((one, other) => other.length - one.length);
    if (longest === undefined) return found;
    this.settle();
    this.#blocks.forEach((block, index) => {
      if (!Array.isArray(block)) addRows(found, block, longest, others, index * blockRows);
    });
    return found;
  }
}

function addRows(found: number[], { text, starts }: Settled, part: string, others: readonly string[], first: number) {
  let row = 0;
  for (let hit = text.indexOf(part); hit !== -1; hit = text.indexOf(part, starts[row] as number)) {
    while ((starts[row + 1] as number) <= hit) row++;
    const line = others.length === 0 ? '' : text.slice(starts[row], starts[row + 1]);
    if (others.every(other => line.includes(other))) found.push(first + row);
    row++;
    if (row === starts.length - 1) break;
  }
}
