// The first step: choose a file, drop one, or paste cells.
import { useEffect } from 'react';
import { ask } from '../../api/call.ts';
import { Button } from '../../ui/Button.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { addDropped, sourcesOf } from './dropped.ts';
import styles from './import.module.css';
import type { ChosenSource } from './use-import.ts';

export function Choose({ onSource }: { readonly onSource: (source: ChosenSource) => void }) {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (!typing && text.trim() !== '') onSource({ kind: 'pasted', text });
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [onSource]);

  async function choose() {
    const { paths } = await ask('files.choose', { purpose: 'import' });
    const [source, ...others] = sourcesOf(paths);
    if (source === undefined) return;
    addDropped(others);
    onSource(source);
  }

  async function paste() {
    const text = await navigator.clipboard.readText().catch(() => '');
    if (text.trim() !== '') onSource({ kind: 'pasted', text });
  }

  return (
    <section aria-label="Choose file" className={styles.drop}>
      <StageGlyph size={40} stage="stranger" />
      <h2>Import your list</h2>
      <p>
        CSV, text or Excel files from any program, e-mails (.eml, .mbox) or address cards (.vcf), several at once if you
        like. Drop them anywhere on this window, choose them, or paste cells. Nothing is saved until you have seen a
        preview, and every import can be undone.
      </p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={choose} size="large">
          Choose file
        </Button>
        <Button keys="Mod+V" onClick={paste} size="large">
          Paste cells
        </Button>
      </div>
    </section>
  );
}
