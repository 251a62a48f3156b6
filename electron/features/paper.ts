// Saves chart images, the review PDF and the calendar file to a chosen place.
import { usualPaper } from '../../shared/paper.ts';
import { Refusal } from '../../shared/result.ts';
import { refusalOf } from '../db/refusals.ts';
import { writeSettings } from '../db/workspace.ts';
import { meetingFile } from '../domain/calendar/meeting.ts';
import { fileName } from '../domain/export/file-name.ts';
import { periodLabel, periodOf } from '../domain/figures/period.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { HandlersOfPrefix, ProcedureContext } from './context.ts';

const folderGone = (path: string) =>
  new Refusal('file', `The folder of ${path} does not exist. Nothing was written. Choose another folder.`);

/** Asks for a place and writes there, whole or not at all; a full disk or a refused folder is told in one sentence. */
async function save(
  { saveAs }: Pick<ProcedureContext, 'saveAs'>,
  suggested: string,
  make: () => Promise<string | Uint8Array> | string | Uint8Array,
): Promise<{ path: string | null }> {
  const path = await saveAs(suggested);
  if (path === null) return { path };
  const content = await make();
  try {
    await saveFile(path, [content]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw folderGone(path);
    throw refusalOf(error, path) ?? error;
  }
  return { path };
}

/** Where the page that is printed stands in the window's addresses; read by renderer/paper. */
const pageOf = (kind: string, date: string) => `/paper/${kind}.${date}`;

export const paper: HandlersOfPrefix<'paper'> = {
  'paper.savePicture': (context, { name, png }) => save(context, `${fileName(name)}.png`, () => png),

  'paper.saveReview': (context, { kind, date }) => {
    const { settings, country, print, today } = context;
    const period = periodOf(kind, date ?? today, settings.firstDayOfWeek);
    const size = settings.paperSize ?? usualPaper(country);
    const name = fileName(`${settings.name} - Review - ${periodLabel(period)}`);
    return save(context, `${name}.pdf`, () => print({ path: pageOf(kind, period.from), size }));
  },

  'paper.setMeetingTime': ({ db, settings, newId }, time) => {
    const before = settings.meetingTime;
    writeSettings(db, {
      meetingTime: { ...time, uid: before?.uid ?? newId(), sequence: before === null ? 0 : before.sequence + 1 },
    });
    return {};
  },

  'paper.saveCalendar': context => {
    const { settings, zone, now } = context;
    const { meetingTime, name } = settings;
    if (meetingTime === null) throw new Refusal('conflict', 'Set the day and time of the meeting first.');
    const suggested = `${fileName(`${name} - Weekly review`)}.ics`;
    return save(context, suggested, () => meetingFile({ ...meetingTime, workspace: name }, zone, now));
  },
};
