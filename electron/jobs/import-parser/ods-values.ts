// What cells of an OpenDocument sheet say, as the texts a sheet of a workbook is read as.
import { attribute } from './xml.ts';

/** How often something is repeated or how far it spans; 1 where nothing is said. */
export const countOf = (attributes: string, name: string): number => {
  const times = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
};

/** What a cell says by its attributes alone; null: its text is meant. */
export function cellText(attributes: string): string | null {
  const type = attribute(attributes, 'office:value-type') ?? attribute(attributes, 'value-type');
  const value = attribute(attributes, 'office:value');
  switch (type) {
    case 'float':
      return value === null ? null : plainNumber(value);
    case 'currency': {
      const currency = attribute(attributes, 'office:currency');
      return value === null ? null : `${plainNumber(value)}${currency ? ` ${currency}` : ''}`;
    }
    case 'percentage':
      return value === null ? null : `${plainNumber(String(Number((Number(value) * 100).toPrecision(15))))}%`;
    case 'date':
      return (
        attribute(attributes, 'office:date-value')
          ?.replace('T', ' ')
          .replace(/ 00:00:00(?:\.0+)?$/, '') ?? null
      );
    case 'time':
      return timeOf(attribute(attributes, 'office:time-value'));
    case 'boolean':
      return attribute(attributes, 'office:boolean-value') === 'true' ? 'TRUE' : 'FALSE';
    case 'string':
      return attribute(attributes, 'office:string-value');
    default:
      return null;
  }
}

/** "1.5E3" as 1500; whole numbers of more than 15 digits have lost some, and are written so that nobody takes them for an id. */
function plainNumber(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number) || /^-?\d{1,15}(?:\.\d{1,10})?$/.test(value)) return value;
  if (Number.isInteger(number) && Math.abs(number) >= 1e15) return number.toExponential(14).replace('e+', 'E+');
  const text = String(number);
  return text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** "PT18H05M00S" as "18:05:00". */
function timeOf(duration: string | null): string | null {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(duration ?? '') ?? [];
  return duration === null ? null : [hours, minutes, seconds].map(part => part.padStart(2, '0')).join(':');
}
