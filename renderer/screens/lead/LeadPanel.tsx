// A lead as a panel over another screen.
import { SidePanel } from '../../app/SidePanel.tsx';

export const LeadPanel = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => (
  <SidePanel label="Lead" onClose={onClose}>
    {id}
  </SidePanel>
);
