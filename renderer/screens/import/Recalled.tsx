// What was corrected in an earlier file of this kind and is used again, each with a way to forget it.
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import own from './memory.module.css';
import { readingText, useValueText } from './recalled-text.ts';
import type { Importing, Understood } from './use-import.ts';

/** Words that are named; more are counted. */
const shown = 6;

type Line = {
  readonly text: string;
  readonly what: string;
  readonly ids: readonly string[];
  readonly mappings?: readonly string[];
};

export function Recalled({ importing, understood }: { importing: Importing; understood: Understood }) {
  const { preview, remembered, recalled } = understood;
  const { run } = useCommand('imports.forget');
  const valueText = useValueText();
  const lines: Line[] = [];
  const { reading, values, addresses } = recalled;
  if (reading) {
    const { encoding } = reading.choices;
    const label =
      encoding === undefined ? null : (preview.encodings.find(({ id }) => id === encoding)?.label ?? encoding);
    lines.push({
      text: `As last time: ${readingText(reading.choices, label, preview.sheets)}.`,
      what: 'file format',
      ids: [reading.id],
    });
  }
  if (values.length > 0) {
    const some = values.slice(0, shown).map(valueText).join(', ');
    const more = values.length > shown ? `, and ${values.length - shown} more` : '';
    lines.push({ text: `As last time: ${some}${more}.`, what: 'values', ids: values.map(({ id }) => id) });
  }
  if (addresses.length > 0) {
    const some = addresses.map(({ address }) => address).join(', ');
    const is = addresses.length === 1 ? 'is your own address' : 'are your own addresses';
    lines.push({
      text: `As last time: ${some} ${is}, not the e-mail of a lead.`,
      what: 'own address',
      ids: addresses.map(({ id }) => id),
    });
  }
  if (remembered)
    lines.push({
      text: 'You imported a file like this before. The same mapping is used.',
      what: 'mapping',
      ids: [],
      mappings: [preview.signature],
    });
  if (lines.length === 0) return null;
  const forget = async ({ ids, mappings = [], what }: Line) => {
    const done = await run(
      { ids: [...ids], mappings: [...mappings] },
      { done: `The ${what} of earlier files will not be used.` },
    );
    if (done.ok) await importing.startOver();
  };
  return (
    <ul aria-label="Used from earlier files" className={own.recalled}>
      {lines.map(line => (
        <li key={line.what}>
          <span dir="auto">{line.text}</span>
          <Button onClick={() => void forget(line)} size="small">
            {`Forget ${line.what}`}
          </Button>
        </li>
      ))}
    </ul>
  );
}
