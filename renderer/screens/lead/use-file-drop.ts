// Files dropped on a lead: told while they hover, and handed over as tokens when they fall.
import { type DragEvent, useState } from 'react';
import { bridge } from '../../api/bridge.ts';
import { showToast } from '../../api/toast-store.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

export function useFileDrop(onFiles: (tokens: readonly string[]) => void) {
  const [over, setOver] = useState(false);
  const take = async (requests: readonly ReturnType<ReturnType<typeof bridge>['tokenForFile']>[]) => {
    const answers = await Promise.all(requests);
    const rejected = answers.find(answer => !answer.ok);
    if (rejected) showToast(rejected.error.message, { tone: 'problem' });
    const tokens = answers.flatMap(answer => (answer.ok ? [answer.value] : []));
    if (tokens.length > 0) onFiles(tokens);
  };
  return {
    over,
    zone: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        // Asked for at once: the list of files is empty when the event is over.
        void take([...event.dataTransfer.files].map(file => bridge().tokenForFile(file)));
      },
      // The window itself takes files to import everywhere else.
      'data-takes-files': true,
    },
  } as const;
}
