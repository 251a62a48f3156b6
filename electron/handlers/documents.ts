// Saves chart images, the review and lists as PDF, calendar files and address cards to a chosen place.
import { whyNoCard } from '../../shared/address-card.ts';
import { leadName } from '../../shared/lead.ts';
import { stepText } from '../../shared/next-step.ts';
import { usualPaperSize } from '../../shared/print.ts';
import { AppError } from '../../shared/result.ts';
import { datedStepsOf } from '../db/tables/dated-steps.ts';
import { stepsOf } from '../db/tables/next-steps.ts';
import { writeSettings } from '../db/tables/workspace.ts';
import { leadCard } from '../domain/cards/lead-card.ts';
import { fileName } from '../domain/export/file-name.ts';
import { periodLabel, periodOf } from '../domain/figures/period.ts';
import { meetingFile } from '../formats/ics/meeting.ts';
import { stepFile } from '../formats/ics/steps.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { requireLead } from '../services/funnel.ts';
import { saveTo } from '../services/save-to.ts';
import { calendarEntries } from '../services/step-calendar.ts';

/** Where the page that is printed stands in the window's addresses; read by renderer/print. */
const pageOf = (kind: string, date: string) => `/print/${kind}.${date}`;

/** Columns that an upright sheet has room for. */
const mostUpright = 6;
const screenTitles = { today: 'Call list', board: 'Board', leads: 'Leads' } as const;

export const documents: HandlersOfPrefix<'documents'> = {
  'documents.savePicture': (context, { name, png }) => saveTo(context, `${fileName(name)}.png`, () => png),

  'documents.saveReview': (context, { kind, date }) => {
    const { settings, country, print, today } = context;
    const period = periodOf(kind, date ?? today, settings.firstDayOfWeek);
    const size = settings.paperSize ?? usualPaperSize(country);
    const name = fileName(`${settings.name} - Review - ${periodLabel(period)}`);
    return saveTo(context, `${name}.pdf`, () => print({ path: pageOf(kind, period.from), size }));
  },

  'documents.saveScreen': (context, request) => {
    const { settings, country, print, today } = context;
    const size = settings.paperSize ?? usualPaperSize(country);
    const name = fileName(`${settings.name} - ${screenTitles[request.screen]} - ${today}`);
    const path = `/print/screen.${encodeURIComponent(JSON.stringify(request))}`;
    const landscape = request.screen === 'leads' && request.columns.length > mostUpright;
    return saveTo(context, `${name}.pdf`, () => print({ path, size, landscape }));
  },

  'documents.setMeetingTime': ({ db, settings, newId }, time) => {
    const before = settings.meetingTime;
    writeSettings(db, {
      meetingTime: { ...time, uid: before?.uid ?? newId(), sequence: before === null ? 0 : before.sequence + 1 },
    });
    return {};
  },

  'documents.saveCalendar': context => {
    const { settings, zone, now } = context;
    const { meetingTime, name } = settings;
    if (meetingTime === null) throw new AppError('conflict', 'Set the day and time of the meeting first.');
    const suggested = `${fileName(`${name} - Weekly review`)}.ics`;
    return saveTo(context, suggested, () =>
      meetingFile({ ...meetingTime, workspace: name, alarmMinutes: null }, zone, now),
    );
  },

  'documents.saveStep': (context, { leadId, id }) => {
    const { db, zone, now } = context;
    const name = leadName(requireLead(context, leadId));
    const step = stepsOf(db, leadId).find(one => one.id === id);
    if (!step) throw new AppError('not-found', 'This next step is no longer planned. Nothing was saved.');
    if (step.on === null) throw new AppError('conflict', 'Choose a day for this next step first.');
    const entry = calendarEntries(datedStepsOf(db, [leadId])).find(
      ({ what, on, time, repeats }) =>
        what === step.what && on === step.on && time === step.time && repeats === step.repeats,
    );
    if (!entry) throw new AppError('conflict', `${name} asked not to be contacted. Nothing was saved.`);
    return saveTo(context, `${fileName(`${stepText(step)} - ${name}`)}.ics`, () => stepFile(entry, zone, now));
  },

  'documents.saveCard': (context, { id }) => {
    const lead = requireLead(context, id);
    const reason = whyNoCard(lead);
    if (reason !== null) throw new AppError('conflict', `${reason} Nothing was saved.`);
    return saveTo(context, `${fileName(leadName(lead))}.vcf`, () => leadCard(lead));
  },
};
