// Work measured with the longest time in which nothing else could run.

/** Runs `work` while the event loop is watched: its time, and the longest that nothing else could run. */
export async function watched(work: () => Promise<unknown>): Promise<{ readonly ms: number; readonly block: number }> {
  let last = performance.now();
  let block = 0;
  let on = true;
  const tick = () => {
    const now = performance.now();
    block = Math.max(block, now - last);
    last = now;
    if (on) setImmediate(tick);
  };
  setImmediate(tick);
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  on = false;
  block = Math.max(block, performance.now() - last);
  return { ms, block };
}

export type Measured = { readonly times: number[]; readonly blocks: number[] };

export async function repeated(n: number, work: (round: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  const blocks: number[] = [];
  for (let round = 0; round < n; round += 1) {
    const { ms, block } = await watched(() => work(round));
    times.push(ms);
    blocks.push(block);
  }
  return { times, blocks };
}
