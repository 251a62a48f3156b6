// Who is meant by a name, an address or a number in a line of the log: leads that are it, or are spelled alike.

import { leadName } from '../../shared/lead.ts';
import type { LineCandidate, LinePerson } from '../../shared/log-line.ts';
import { dealsOf } from '../db/tables/deals.ts';
import { findLead } from '../db/tables/leads.ts';
import { type KnownLead, leadsByEmail, leadsByRow, namesByRow } from '../db/tables/recognize.ts';
import { companyKey, nameKey } from '../domain/import/keys.ts';
import { samePhone } from '../domain/import/phones.ts';
import { nearnessTo } from '../domain/log-line/near-names.ts';
import type { SaidPerson } from '../domain/log-line/said.ts';
import { phoneNeedles } from '../domain/phone-search.ts';
import { normalize } from '../domain/scoring/normalize.ts';
import type { QueryContext } from './context.ts';

/** Rows whose names are compared with one that was typed: some 5 ms. */
const mostCompared = 1000;
const mostShown = 6;

type Found = { readonly lead: KnownLead; readonly why: string; readonly rank: number };
type Recognized = { readonly candidates: readonly LineCandidate[]; readonly sure: boolean };

function candidateOf({ db }: QueryContext, { lead, why }: Found): LineCandidate {
  const open = dealsOf(db, lead.id)
    .filter(deal => deal.status === 'open')
    .at(-1);
  return {
    id: lead.id,
    name: leadName(lead),
    company: lead.company,
    why,
    deal: open ? { id: open.id, name: open.name, amount: open.amount } : null,
  };
}

/** Leads by their ids, with their open deals; without those that are gone. */
export const knownById = (context: QueryContext, ids: readonly string[]): LineCandidate[] =>
  ids.flatMap(id => {
    const lead = findLead(context.db, id);
    return lead ? [candidateOf(context, { lead, why: 'Chosen', rank: 20 })] : [];
  });

/** By the number, however it is written. */
function byPhone({ db, scores, country }: QueryContext, phone: string): KnownLead[] {
  const rows = phoneNeedles(phone, country).flatMap(digits => scores.phones.having([digits]));
  return leadsByRow(db, [...new Set(rows)]).filter(
    lead => lead.phone !== null && samePhone(lead.phone, phone, country),
  );
}

/**
 * Leads in whose text all of the words stand, or one of them, or its beginning: what is typed wrong is mostly right at one of its ends.
 * The whole name comes first, for a thousand people may have half of it.
 */
function rowsNear({ scores }: QueryContext, words: readonly string[]): number[] {
  const rows = new Set<number>();
  const add = (...parts: readonly string[]) => {
    if (rows.size === mostCompared) return;
    for (const row of scores.searchText.having(parts)) {
      rows.add(row);
      if (rows.size === mostCompared) return;
    }
  };
  add(...words);
  for (const word of words) if (word.length > 1) add(word);
  for (const word of words) if (word.length > 3) add(word.slice(0, 3));
  for (const word of words) if (word.length > 5) add(word.slice(-4));
  return [...rows];
}

function byName(context: QueryContext, person: LinePerson): Found[] {
  const words = normalize([person.firstName, person.lastName].filter(Boolean).join(' '))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const company = companyKey(person.company ?? '');
  const nearness = nearnessTo(person);
  const near = namesByRow(context.db, rowsNear(context, words)).flatMap((lead): Found[] => {
    const how = nearness(lead);
    if (how === null) return [];
    const there = company === '' ? '' : companyKey(lead.company ?? '');
    // Another company is another person, until somebody says otherwise.
    const otherCompany = company !== '' && there !== '' && company !== there;
    const sameCompany = company !== '' && company === there;
    const rank = how.rank + (sameCompany ? 2 : 0) - (otherCompany ? 3 : 0);
    const why = otherCompany ? `${how.why}, at another company` : sameCompany ? `${how.why}, same company` : how.why;
    return [{ lead, why, rank }];
  });
  return near.sort((one, other) => other.rank - one.rank);
}

/** Where only a company was named: the company itself, or people there. */
function byCompany(context: QueryContext, company: string): Found[] {
  const key = companyKey(company);
  if (key === '') return [];
  const rows = context.scores.searchText.having(key.split(' ')).slice(0, mostCompared);
  return namesByRow(context.db, rows).flatMap((lead): Found[] => {
    if (companyKey(lead.company ?? '') !== key) return [];
    const isAlone = nameKey(lead.firstName, lead.lastName) === null;
    return [{ lead, why: isAlone ? 'Same company' : 'Works there', rank: isAlone ? 10 : 5 }];
  });
}

/** The leads that may be meant, and whether the first one is beyond doubt. */
export function recognize(context: QueryContext, { attributes }: SaidPerson): Recognized {
  const { db } = context;
  const answer = (found: readonly Found[], sure: boolean): Recognized => {
    const shown = new Map<string, Found>();
    for (const one of found) {
      if (shown.size === mostShown) break;
      if (!shown.has(one.lead.id)) shown.set(one.lead.id, one);
    }
    return { candidates: [...shown.values()].map(one => candidateOf(context, one)), sure };
  };
  const named = byName(context, attributes);
  const isNamed = (lead: KnownLead): boolean =>
    nameKey(attributes.firstName, attributes.lastName) === null || named.some(one => one.lead.id === lead.id);
  const reached = [
    ...(attributes.email
      ? leadsByEmail(db, attributes.email).map(lead => ({ lead, why: 'Same e-mail', rank: 20 }))
      : []),
    ...(attributes.phone
      ? byPhone(context, attributes.phone).map(lead => ({ lead, why: 'Same phone', rank: 20 }))
      : []),
  ];
  if (reached.length > 0) {
    const ids = new Set(reached.map(({ lead }) => lead.id));
    return answer([...reached, ...named], ids.size === 1 && reached.every(({ lead }) => isNamed(lead)));
  }
  if (named.length === 0) {
    const [first, ...others] =
      attributes.company && !attributes.firstName && !attributes.lastName ? byCompany(context, attributes.company) : [];
    return first
      ? answer([first, ...others], first.rank === 10 && others.every(({ rank }) => rank < 10))
      : { candidates: [], sure: false };
  }
  // The whole name, once, and nothing that speaks against it: an address typed beside it is new to them, or is another person's.
  const [best] = named;
  const alike = named.filter(({ rank }) => rank >= 10);
  const whole = best !== undefined && best.rank >= 10 && alike.length === 1;
  const first = best !== undefined && best.rank >= 12 && named.filter(({ rank }) => rank >= 12).length === 1;
  const other = best !== undefined && attributes.email !== null && best.lead.email !== null;
  return answer(named, (whole || first) && !other);
}
