// Commands that show with their answer, and why. All others change what is on the screen in the same frame.
import type { CommandName, ProcedureName } from '../../../shared/contract.ts';

const dialog = 'The main process or the system asks with a window of its own, or reads what this one does not know.';
const job = 'Long work: its progress and a button to cancel show at once.';
const swap = 'Another file comes into the window: everything is read anew.';
const worked = 'What comes of it is worked out by the main process; the button shows that it runs.';
const silent = 'Nothing on the screen changes by it.';

export const answeredLater: { readonly [N in CommandName | ProcedureName]?: string } = {
  'about.get': silent,
  'about.licenses': silent,
  'backups.cancelErase': silent,
  'backups.erase': job,
  'backups.list': silent,
  'backups.restore': swap,
  'backups.saveCopy': dialog,
  'backups.showFolder': dialog,
  'backups.take': job,
  'backups.verify': job,
  // The new leads among the pasted ones are found by the rules of an import.
  'bulkLog.save': worked,
  'criteria.cancel': silent,
  'criteria.publish': job,
  'criteriaFile.read': dialog,
  'criteriaFile.save': dialog,
  'criteriaFile.take': worked,
  'documents.saveCalendar': dialog,
  'documents.savePicture': dialog,
  'documents.saveReview': dialog,
  'documents.saveScreen': dialog,
  'exports.save': dialog,
  'files.choose': dialog,
  // The file is read again: who it holds is another matter then.
  'imports.addOwnAddress': worked,
  'imports.cancel': silent,
  'imports.cells': job,
  'imports.check': job,
  'imports.read': job,
  'imports.run': job,
  'imports.saveCells': dialog,
  'imports.saveRejected': dialog,
  'imports.undo': job,
  // What a step held is known to the journal alone; the notification says in the same frame that it runs.
  'journal.redo': worked,
  'journal.undo': worked,
  // Its place in lists and on the board follows from its score; its page opens under its id.
  'leads.create': worked,
  'links.open': dialog,
  'meeting.close': worked,
  'passphrase.change': worked,
  'passphrase.get': silent,
  'passphrase.remove': job,
  'passphrase.set': worked,
  'privacy.cancel': silent,
  'privacy.erase': job,
  'privacy.preview': job,
  'privacy.savePerson': dialog,
  'privacy.saveRecord': dialog,
  'sets.take': worked,
  'weeks.paste': worked,
  'window.fullScreen': dialog,
  'window.keepDrafts': silent,
  'window.readyToClose': silent,
  'window.takeDrafts': silent,
  'workspaces.cancelUnlock': silent,
  'workspaces.close': swap,
  'workspaces.create': swap,
  'workspaces.forget': worked,
  'workspaces.open': swap,
  'workspaces.openSample': swap,
  'workspaces.removeSample': swap,
  'workspaces.repair': job,
  'workspaces.salvage': job,
  'workspaces.saveAgain': worked,
  'workspaces.showFile': dialog,
  'workspaces.state': silent,
  'workspaces.unlock': swap,
};
