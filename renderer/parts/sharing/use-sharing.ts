// How sharing stands, kept true by what the main side says.
import { useRead } from '../../api/use-read.ts';

/** `now`: UTC ms by the clock of the main side, to the minute: it says so anew each minute. */
export function useSharing() {
  const { data } = useRead('sharing.get', {});
  const now = data?.shared?.computers.find(({ here }) => here)?.lastSeenAt ?? 0;
  return { data, now };
}
