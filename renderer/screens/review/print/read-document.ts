// Reads the document of a review.
import type { PlainDate } from '../../../../shared/dates.ts';
import type { PeriodKind } from '../../../../shared/figures.ts';
import { ask } from '../../../api/call.ts';
import type { DocumentSources } from './document.ts';

/** Throws a `CallError` where one of the answers is an error. */
export async function readDocument(kind: PeriodKind, date: PlainDate): Promise<DocumentSources> {
  const [workspace, review, mqls, handoff, overview, meeting] = await Promise.all([
    ask('workspace.get', {}),
    ask('review.get', { kind, date }),
    ask('review.mqls', { kind, date }),
    ask('review.handoff', { kind, date }),
    kind === 'week' ? ask('review.overview', {}) : null,
    kind === 'week' ? ask('meeting.get', { date }) : null,
  ]);
  return { workspace, review, mqls, handoff, overview, meeting };
}
