// Takes a chart along: as a picture file, or copied as picture or table; and turns the picture into its table.

import { showToast } from '../../api/toast-store.ts';
import { useCommand } from '../../api/use-command.ts';
import { IconButton } from '../Button.tsx';
import styles from './chart.module.css';
import { tableText } from './chart-table.ts';
import type { ChartSpec } from './types.ts';

type Props = {
  readonly spec: ChartSpec;
  readonly asTable?: boolean;
  /** Left out where the table stands beside the picture already. */
  readonly onTable?: () => void;
};

export function ChartTools({ spec, asTable = false, onTable }: Props) {
  const save = useCommand('documents.savePicture');

  async function savePicture() {
    const { pictureOf } = await import('./picture.ts');
    const png = await bytesOf(await pictureOf(spec));
    const result = await save.run({ name: spec.title, png });
    if (result.ok && result.value.path !== null) showToast('Image saved.');
  }

  async function copy() {
    if (asTable) await navigator.clipboard.writeText(tableText(spec));
    else {
      const { pictureOf } = await import('./picture.ts');
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(spec) })]);
    }
    showToast(asTable ? 'Table copied.' : 'Image copied.');
  }

  return (
    <span className={styles.tools}>
      {onTable && (
        <IconButton
          aria-pressed={asTable}
          icon={asTable ? 'review' : 'table'}
          keys="T"
          label={asTable ? 'Show as chart' : 'Show as table'}
          onClick={onTable}
          size="small"
        />
      )}
      <IconButton
        icon="copy"
        label={asTable ? 'Copy table' : 'Copy image'}
        onClick={() => void copy().catch(() => showToast('Could not copy.', { tone: 'problem' }))}
        size="small"
      />
      <IconButton
        disabled={save.busy}
        icon="picture"
        label="Save image"
        onClick={() => void savePicture()}
        size="small"
      />
    </span>
  );
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());
