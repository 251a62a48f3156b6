// Mounts the export dialog when it is opened.
import { ExportDialog } from './ExportDialog.tsx';
import { closeExport, useExportAsked } from './open-export.ts';

export function ExportLayer() {
  const asked = useExportAsked();
  return asked && <ExportDialog asked={asked} onClose={closeExport} />;
}
