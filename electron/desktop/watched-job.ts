// Sharing and joining as a job: how many bytes have gone, and a way to stop it.
import { sharingJob } from '../../shared/contract/sharing.ts';
import type { Progress } from '../../shared/contract.ts';
import { AppError } from '../../shared/result.ts';
import type { MeetingPlace, Start } from '../sharing/meeting-place.ts';

type Starts = Pick<MeetingPlace, 'putStart' | 'getStart'>;
/** `tells`: how far it is. All of them can be stopped. */
type Watched = <P extends Starts>(place: P, tells?: boolean) => P;

/** One such job at a time. */
export function createWatchedJob(progress: (progress: Progress) => void) {
  let running: { isCancelled: boolean; readonly ended: Promise<void> } | null = null;
  function cancel(): void {
    if (running) running.isCancelled = true;
  }
  return {
    cancel,
    /** Cancels what is under way, and answers when it has ended. */
    stop: async (): Promise<void> => {
      cancel();
      await running?.ended;
    },
    run: async <T>(phase: string, work: (watched: Watched) => Promise<T>): Promise<T> => {
      if (running)
        throw new AppError('conflict', 'A workspace is being shared or joined already. Wait for it, or stop it.');
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const own = { isCancelled: false, ended };
      running = own;
      async function* counted({ size, chunks }: Start, tells: boolean): AsyncGenerator<Uint8Array> {
        let done = 0;
        for await (const chunk of chunks) {
          if (own.isCancelled) throw new AppError('conflict', 'Canceled. Nothing was created.');
          yield chunk;
          done += chunk.length;
          if (tells) progress({ jobId: sharingJob, phase, done: Math.min(done, size), total: size });
        }
      }
      try {
        progress({ jobId: sharingJob, phase, done: 0, total: null });
        return await work((place, tells = true) => ({
          ...place,
          putStart: (workspace, start) => place.putStart(workspace, { ...start, chunks: counted(start, tells) }),
          getStart: async workspace => {
            const start = await place.getStart(workspace);
            return start && { ...start, chunks: counted(start, tells) };
          },
        }));
      } finally {
        running = null;
        end();
      }
    },
  };
}
