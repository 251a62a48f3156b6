// The dialog that erases, for the lead in sight: from the palette, the menu bar and the table.
import { useRead } from '../../api/use-read.ts';
import { EraseDialog } from './EraseDialog.tsx';

type Props = { readonly leadId: string; readonly onClose: () => void; readonly onGone: () => void };

/** Nothing is drawn until the name is known. */
export function ErasePerson({ leadId, onClose, onGone }: Props) {
  const name = useRead('leads.get', { id: leadId }).data?.name;
  return name === undefined ? null : (
    <EraseDialog id={leadId} name={name} onClose={onClose} onGone={onGone} reason="request" />
  );
}
