// The export dialog, when somebody has asked for it.
import { ExportDialog } from './ExportDialog.tsx';
import { closeExport, useExportAsked } from './open-export.ts';

export function ExportLayer() {
  const asked = useExportAsked();
  return asked && <ExportDialog asked={asked} onClose={closeExport} />;
}
