// Banner of a possible duplicate on the lead page.
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { MergeDialog } from '../../parts/duplicates/MergeDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';

export function MayBeTwice({ leadId }: { readonly leadId: string }) {
  const pairs = useRead('duplicates.list', { of: leadId, limit: 3 }).data?.rows ?? [];
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {pairs.map(pair => {
        const other = pair.row.id === leadId ? pair.other : pair.row;
        return (
          <Notice
            actions={
              <Button onClick={() => setOpen(other.id)} size="small">
                Compare
              </Button>
            }
            key={other.id}
          >
            Possible duplicate of <b>{other.name}</b>: {pair.why.charAt(0).toLowerCase()}
            {pair.why.slice(1)}
          </Notice>
        );
      })}
      {open !== null && <MergeDialog id={leadId} onClose={() => setOpen(null)} otherId={open} />}
    </>
  );
}
