// The first step: choose a file, drop one, or paste cells.
import { type DragEvent, useEffect, useState } from 'react';
import { bridge } from '../../api/bridge.ts';
import { ask } from '../../api/call.ts';
import { Button } from '../../ui/Button.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './import.module.css';
import type { Source } from './use-import.ts';

export function Choose({ onSource }: { readonly onSource: (source: Source) => void }) {
  const [over, setOver] = useState(false);

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
    const { path } = await ask('files.choose', { purpose: 'import' });
    if (path) onSource({ kind: 'file', path });
  }

  async function paste() {
    const text = await navigator.clipboard.readText().catch(() => '');
    if (text.trim() !== '') onSource({ kind: 'pasted', text });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    const path = file && bridge().pathForFile(file);
    if (path) onSource({ kind: 'file', path });
  }

  return (
    <section
      aria-label="Choose a file"
      className={styles.drop}
      data-over={over}
      onDragLeave={() => setOver(false)}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDrop={drop}
    >
      <StageGlyph size={40} stage="stranger" />
      <h2>Bring the list you have</h2>
      <p>
        A CSV, a text file or an Excel workbook, from any program. Drop it here, choose it, or paste cells. Nothing is
        written until you have seen what will happen, and every import can be taken back.
      </p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={choose} size="large">
          Choose a file
        </Button>
        <Button keys="Mod+V" onClick={paste} size="large">
          Paste cells
        </Button>
      </div>
    </section>
  );
}
