// Spend and reach by week: one number entered, or a table pasted.
import Papa from 'papaparse';
import type { PasteRow } from '../../shared/campaign-week.ts';
import type { Parsed } from '../../shared/contract.ts';
import { weekStart } from '../../shared/dates.ts';
import { minorUnits } from '../../shared/money.ts';
import { AppError } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { insertRow } from '../db/tables/rows.ts';
import { removeEmptyReach, setReach, setSpend } from '../db/tables/weeks.ts';
import { listCampaigns, listChannels, listReach, listSpend } from '../db/tables/workspace.ts';
import { readPaste } from '../domain/campaigns/paste.ts';
import { type CampaignRows, campaignWeek, lastDayOf, weekOf } from '../domain/campaigns/week.ts';
import { cleanCell, normalize } from '../domain/import/text.ts';
import { sniffDelimiter } from '../formats/csv/delimiter.ts';
import type { CommandContext, HandlersOfPrefix, QueryContext } from '../services/context.ts';

/** Lines of a pasted table: reading and writing them is one turn of the main process. Years of weeks are some hundred. */
const maxLines = 2000;

/** Lines of a pasted table that are shown before it is taken. */
const shown = 500;

const rowsOf = (db: Reader): CampaignRows => ({
  channels: listChannels(db),
  campaigns: listCampaigns(db),
  spend: listSpend(db),
  reach: listReach(db),
});

function read({ db, settings, today }: QueryContext, { text, columns, numbers }: Parsed<'weeks.readPaste'>) {
  // What comes from a sheet is separated by tabs, whatever else stands in its cells.
  const delimiter = text.includes('\t') ? '\t' : (sniffDelimiter(text.slice(0, 20_000))[0] ?? ',');
  const { data } = Papa.parse<string[]>(text.trim(), { delimiter, preview: maxLines + 1 });
  if (data.length > maxLines) {
    throw new AppError(
      'invalid',
      `This is more than ${maxLines} lines. Nothing was recorded. Paste it in parts.`,
      'text',
    );
  }
  return readPaste(
    data.map(row => row.map(cleanCell)),
    {
      rows: rowsOf(db),
      firstDay: settings.firstDayOfWeek,
      unit: minorUnits(settings.currency),
      today,
      columns,
      numbers,
    },
  );
}

export const weeks: HandlersOfPrefix<'weeks'> = {
  'weeks.get': ({ db, settings, today }, { date }) => campaignWeek(rowsOf(db), date ?? today, settings.firstDayOfWeek),

  'weeks.enter': ({ db, settings, newId }, { date, channelId, campaignId, what, value }) => {
    const week = weekOf(date, settings.firstDayOfWeek);
    const campaign = listCampaigns(db).find(({ id }) => id === campaignId);
    if (campaignId !== null && !campaign) throw new AppError('not-found', 'This campaign no longer exists.');
    if (channelId !== null && !listChannels(db).some(({ id }) => id === channelId)) {
      throw new AppError('not-found', 'This channel no longer exists.');
    }
    if (what === 'spend') {
      setSpend(db, { channelId, campaignId, startsOn: week.from, endsOn: lastDayOf(week) }, value, newId);
      return {};
    }
    if (campaignId !== null)
      throw new AppError('invalid', 'Reach is counted by channel, not by campaign.', 'campaignId');
    const key = { channelId, from: week.from, to: week.to };
    setReach(db, key, { [what]: value ?? 0 }, newId);
    if (value === null) removeEmptyReach(db, key);
    return {};
  },

  'weeks.readPaste': (context, input) => {
    const { headers, columns, wide, rows } = read(context, input);
    const problems = rows.filter(({ problem }) => problem !== null).length;
    const known = rows.filter(row => row.known).length;
    return {
      headers: [...headers],
      columns: [...columns],
      wide,
      rows: rows.slice(0, shown),
      counts: { taken: rows.length - problems - known, known, problems },
    };
  },

  'weeks.paste': (context, input) => {
    const rows = read(context, input).rows.filter(({ problem, known }) => problem === null && !known);
    if (rows.length === 0) throw new AppError('invalid', 'There is nothing in it to add.', 'text');
    return write(context, rows);
  },
};

type Sums = Partial<Record<'strangers' | 'visitors', number>>;

/** Makes what is missing and writes the lines; people of several lines of one week are counted together. */
function write(context: CommandContext, rows: readonly PasteRow[]) {
  const { db, newId, settings } = context;
  const channels = new Map(listChannels(db).map(({ id, label }) => [normalize(label), id]));
  const campaigns = new Map(listCampaigns(db).map(({ id, label }) => [normalize(label), id]));
  const before = { channels: channels.size, campaigns: campaigns.size };
  const reach = new Map<string, { readonly channelId: string | null; readonly from: string; readonly counted: Sums }>();
  let spent = 0;
  const named = (names: Map<string, string>, label: string | null, make: (id: string, label: string) => void) => {
    if (label === null) return null;
    const known = names.get(normalize(label));
    if (known !== undefined) return known;
    const id = newId();
    make(id, label.slice(0, 200));
    names.set(normalize(label), id);
    return id;
  };
  for (const row of rows) {
    const channelId = named(channels, row.channel, (id, label) =>
      insertRow(db, 'channel', { id, label, archived: false }),
    );
    const campaignId = named(campaigns, row.campaign, (id, label) =>
      insertRow(db, 'campaign', { id, label, channelId, startsOn: null, endsOn: null, archived: false }),
    );
    const { from, to } = row;
    if (from === null || to === null) continue;
    const week = weekOf(from, settings.firstDayOfWeek);
    if (row.spend !== null) {
      spent++;
      const key = { channelId, campaignId, startsOn: from, endsOn: to };
      // A number for a whole week replaces the one that was entered for it; other spans are bills of their own.
      if (from === week.from && to === lastDayOf(week)) setSpend(db, key, row.spend, newId);
      else insertRow(db, 'spend', { id: newId(), ...key, amount: row.spend, note: row.note });
    }
    if (row.strangers === null && row.visitors === null) continue;
    const start = weekStart(from, settings.firstDayOfWeek);
    const key = `${channelId} ${start}`;
    const line = reach.get(key) ?? { channelId, from: start, counted: {} };
    for (const what of ['strangers', 'visitors'] as const) {
      const value = row[what];
      if (value !== null) line.counted[what] = (line.counted[what] ?? 0) + value;
    }
    reach.set(key, line);
  }
  for (const { channelId, from, counted } of reach.values()) {
    setReach(db, { ...weekOf(from, settings.firstDayOfWeek), channelId }, counted, newId);
  }
  return {
    spend: spent,
    reach: reach.size,
    channels: channels.size - before.channels,
    campaigns: campaigns.size - before.campaigns,
  };
}
