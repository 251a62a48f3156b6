// The log box: who, what, when, in one line.
import { Dialog } from '../../ui/Dialog.tsx';

/** `leadId`: the lead in sight, who is probably meant. */
export const LogBox = ({ onClose }: { readonly leadId: string | null; readonly onClose: () => void }) => (
  <Dialog onClose={onClose} title="Log an activity">
    {null}
  </Dialog>
);
