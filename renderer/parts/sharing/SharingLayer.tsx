// What lies over the screens for sharing: the dialog that shares a workspace, the panel of a shared one, and the question who one is.
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { readPreference, savePreference } from '../navigation/local-preferences.ts';
import { ShareWorkspace } from './ShareWorkspace.tsx';
import { SharingPanel } from './SharingPanel.tsx';
import { useSharing } from './use-sharing.ts';
import { WhoAreYou } from './WhoAreYou.tsx';

type Props = { readonly open: boolean; readonly onClose: () => void };

/** The file in which it was last answered, or put off, who works at this computer. */
const asked = 'who-are-you';

export function SharingLayer({ open, onClose }: Props) {
  const { data, now } = useSharing();
  const { settings, file } = useWorkspace();
  // Decided when it opens: the dialog goes on with the invitation, and the panel does not become the dialog when sharing is stopped.
  const [shown, setShown] = useState<'dialog' | 'panel' | null>(null);
  const [askedIn, setAskedIn] = useState(() => readPreference(asked, ''));
  const isShared = data ? data.shared !== null : null;
  useEffect(() => {
    if (!open) setShown(null);
    else if (isShared !== null) setShown(before => before ?? (isShared ? 'panel' : 'dialog'));
  }, [open, isShared]);
  useEffect(() => {
    if (shown === 'panel' && isShared === false) onClose();
  }, [shown, isShared, onClose]);
  if (!data) return null;
  const { shared, refusal } = data;
  if (shown === 'dialog')
    return refusal !== null && shared === null ? (
      <Dialog
        actions={
          <Button data-autofocus look="primary" onClick={onClose}>
            Close
          </Button>
        }
        onClose={onClose}
        title="Share this workspace"
      >
        <p>{refusal}</p>
      </Dialog>
    ) : (
      <ShareWorkspace onClose={onClose} />
    );
  if (shared === null) return null;
  return (
    <>
      {shown === 'panel' && <SharingPanel now={now} onClose={onClose} shared={shared} />}
      {settings.actingAs === null && askedIn !== file && (
        <WhoAreYou
          onClose={() => {
            savePreference(asked, file);
            setAskedIn(file);
          }}
        />
      )}
    </>
  );
}
