// Makes people up: a person with a company, knowing as little about them as a small firm really does.
import type { LeadAttributes } from '../../shared/lead.ts';
import { emptyAttributes } from '../../shared/lead.ts';
import { normalize } from '../domain/scoring/normalize.ts';
import type { Area } from './areas.ts';
import { areas } from './areas.ts';
import type { Random } from './random.ts';
import { leadNotes } from './texts.ts';
import type { Industry } from './trades.ts';
import { decidingTitles, elsewhere, market, otherTitles, stems, tradeNames } from './trades.ts';

/** Who somebody is: of the firm's market, too small for it, or from elsewhere. */
export type CompanyKind = 'market' | 'small' | 'outside';

/** How much is known of somebody: all that matters, some of it, or hardly a name. */
export type Knowledge = 'well' | 'some' | 'little';

type Company = {
  readonly name: string;
  readonly site: string;
  readonly size: number;
  readonly industry: Industry;
  readonly area: Area;
  readonly city: string;
};

export type ContactSource = (random: Random, kind: CompanyKind, knowledge: Knowledge) => LeadAttributes;

/** Every stem is one company; now and then a second person of the same company turns up. */
export function createContacts(random: Random): ContactSource {
  const names = random.shuffle(stems);
  const companies: Record<CompanyKind, Company[]> = { market: [], small: [], outside: [] };
  const taken = new Set<string>();
  let founded = 0;

  function found(own: Random, kind: CompanyKind): Company {
    const stem = names[founded++ % names.length] ?? 'Kestdrell';
    const weights = Object.fromEntries(areas.map(({ weight }, index) => [index, weight]));
    const area = areas[Number(own.weighted(weights))] ?? own.pick(areas);
    const industry = own.pick<Industry>(kind === 'outside' ? elsewhere : market);
    const patterns = tradeNames[industry][area.language] ?? tradeNames[industry].en;
    const name = `${own.pick(patterns).replace('*', stem)} ${area.form}`;
    const size = kind === 'small' ? own.whole(1, 8) : Math.round(own.between(12, kind === 'market' ? 180 : 400, 2));
    const company = {
      name,
      site: `${stem.toLowerCase()}.example`,
      size,
      industry,
      area,
      city: own.pick(area.cities),
    };
    companies[kind].push(company);
    return company;
  }

  function addressOf(first: string, last: string, site: string): string {
    const plain = (name: string) => normalize(name).replace(/[^a-z]/g, '');
    const local = [plain(first), plain(last)].filter(Boolean).join('.') || 'workshop';
    for (let n = 1; ; n++) {
      const address = `${local}${n === 1 ? '' : n}@${site}`;
      if (taken.has(address)) continue;
      taken.add(address);
      return address;
    }
  }

  return (own, kind, knowledge) => {
    const known = companies[kind];
    const company = known.length > 8 && own.chance(0.14) ? own.pick(known) : found(own, kind);
    const { area, site } = company;
    const [city = null, region = null] = company.city.split('/');
    const firstName = own.pick(area.first);
    const lastName = own.pick(area.last);
    const titles = decidingTitles[area.language] ?? decidingTitles.en;
    const jobTitle = own.chance(kind === 'market' ? 0.6 : 0.35) ? own.pick(titles) : own.pick(otherTitles);
    const share = knowledge === 'well' ? 0.94 : knowledge === 'some' ? 0.6 : 0.15;
    const maybe = <T>(value: T): T | null => (own.chance(share) ? value : null);
    const located = own.chance(share);
    const phone = area.phone?.(own.whole(0, 99)) ?? null;
    return {
      ...emptyAttributes,
      firstName,
      lastName: knowledge === 'little' ? maybe(lastName) : lastName,
      email: knowledge === 'little' && own.chance(0.3) ? null : addressOf(firstName, lastName, site),
      phone: maybe(phone),
      company: knowledge === 'little' && own.chance(0.2) ? null : company.name,
      jobTitle: maybe(jobTitle),
      industry: maybe(company.industry),
      companySize: maybe(company.size),
      country: located ? area.country : null,
      region: located ? region : null,
      city: located ? city : null,
      website: maybe(`https://www.${site}`),
      linkedinUrl: own.chance(share / 4)
        ? `https://linkedin.example/in/${normalize(firstName).replace(/[^a-z]/g, '')}-${own.whole(100, 999)}`
        : null,
      consent: own.chance(0.6) ? 'yes' : 'unknown',
      notes: own.chance(0.22) ? own.pick(leadNotes) : null,
    };
  };
}
