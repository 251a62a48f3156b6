// Mounts the export dialog when it is opened.
import { ExportDialog } from './ExportDialog.tsx';
import { closeExport, useExportRequest } from './open-export.ts';

export function ExportLayer() {
  const request = useExportRequest();
  return request && <ExportDialog request={request} onClose={closeExport} />;
}
