// One word, several meanings: what a column holds decides between them.
import { builtInActivityTypes } from '../../../shared/activity.ts';
import type { ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { fold } from './text.ts';
import { guessActivityType } from './values.ts';

/** The target a header's word means over these cells; null when it means nothing here. */
export function refined(target: ImportTarget, column: ImportColumn): ImportTarget | null {
  const key = fold(column.header);
  if (target === 'jobTitle' && column.values.length > 0 && column.values.every(({ value }) => isSalutation(value)))
    return null;
  if (column.content === 'date' && becameCustomer.test(key)) return 'customerOn';
  if (column.content === 'date' && target === 'dealName') return 'opportunityOn';
  if (column.content === 'yes-no' && becameCustomer.test(key)) return 'stage';
  if (target === 'stage' && column.values.length > 0 && column.values.every(({ value }) => isSubscription(value)))
    return 'consent';
  if (
    target === 'activityType' &&
    /^(?:event|event name|type|ereignis|evenement|evento)$/.test(key) &&
    !saysDeeds(column)
  ) {
    return key.startsWith('e') ? 'campaignId' : null;
  }
  if (target === 'website' && column.content === 'linkedin') return 'linkedinUrl';
  if (target === 'website' && column.content === 'email') return 'email';
  if (target === 'fullName' && column.content === 'email') return 'email';
  if (target === 'activityOn' && bareDate.test(key)) return 'createdOn';
  if (target === 'consent' && /opt.?out|unsub/.test(key)) return 'optOut';
  return target;
}

/** "Customer" over days is the day of becoming one; over yes and no it is where they stand. */
const becameCustomer =
  /^(?:is )?(?:customer|client|kunde|cliente|klant|klient|won|gewonnen|gagne|ganado|converted)\??$/;
export const bareDate = /^(?:date|datum|data|fecha|дата|日付|日期|date time|datetime|day|tag|timestamp)$/;

/** True when at least half of the values are things people do: "open", "Whitepaper downloaded". */
function saysDeeds({ values }: ImportColumn): boolean {
  const deeds = values.filter(({ value }) => guessActivityType(value, builtInActivityTypes) !== null);
  return deeds.length > 0 && deeds.length * 2 >= values.length;
}

const isSubscription = (value: string): boolean =>
  /^(?:un|not )?subscribed$|^cleaned$|^pending$|^non-subscribed$|^unconfirmed$/i.test(value);

const isSalutation = (value: string): boolean =>
  /^(mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|mlle|sr|sra|sig|dhr|mevr|pan|pani)\.?$/.test(fold(value));
