// Log box: the focused lead, and one line to log.
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { LogLine } from './LogLine.tsx';
import { known, type LogLead } from './log-leads.ts';

type BoxProps = {
  /** The lead in sight, who is probably meant. */
  readonly leadId: string | null;
  /** People this was opened for; they take precedence over the focused lead. */
  readonly leads: readonly { readonly id: string; readonly name: string }[];
  /** What, when and note as they were logged last. */
  readonly again: boolean;
  readonly onClose: () => void;
};

export function LogBox({ leadId, leads, again, onClose }: BoxProps) {
  const seen = useRead('leads.get', { id: leadId ?? '' }, { when: leadId !== null && leads.length === 0 });
  const [picked, setPicked] = useState<readonly LogLead[] | null>(null);
  const request = leads.map(({ id, name }) => known(id, name));
  const meant =
    request.length > 0 ? request : leadId === null || seen.error ? [] : [known(leadId, seen.data?.name ?? '…')];
  return (
    <LogLine again={again} onClose={onClose} onLeads={setPicked} leads={picked ?? meant} picked={picked !== null} />
  );
}
