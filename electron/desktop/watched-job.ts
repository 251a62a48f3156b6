// Sharing and joining as a job: how many bytes have gone, and a way to stop it.
import { sharingJob } from '../../shared/contract/sharing.ts';
import type { Progress } from '../../shared/contract.ts';
import { AppError } from '../../shared/result.ts';
import type { MeetingPlace, Start } from '../sharing/meeting-place.ts';

type Watched = (place: MeetingPlace) => MeetingPlace;

/** One such job at a time. */
export function createWatchedJob(progress: (progress: Progress) => void) {
  let running: { isCancelled: boolean } | null = null;
  return {
    cancel: (): void => {
      if (running) running.isCancelled = true;
    },
    run: async <T>(phase: string, work: (watched: Watched) => Promise<T>): Promise<T> => {
      if (running)
        throw new AppError('conflict', 'A workspace is being shared or joined already. Wait for it, or stop it.');
      const own = { isCancelled: false };
      running = own;
      async function* counted({ size, chunks }: Start): AsyncGenerator<Uint8Array> {
        let done = 0;
        for await (const chunk of chunks) {
          if (own.isCancelled) throw new AppError('conflict', 'It was stopped. Nothing was made.');
          yield chunk;
          done += chunk.length;
          progress({ jobId: sharingJob, phase, done: Math.min(done, size), total: size });
        }
      }
      try {
        progress({ jobId: sharingJob, phase, done: 0, total: null });
        return await work(place => ({
          ...place,
          putStart: (workspace, start) => place.putStart(workspace, { ...start, chunks: counted(start) }),
          getStart: async workspace => {
            const start = await place.getStart(workspace);
            return start && { ...start, chunks: counted(start) };
          },
        }));
      } finally {
        running = null;
      }
    },
  };
}
