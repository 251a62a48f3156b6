// The open workspace, read once and given to every screen: settings, team, channels, campaigns, today.
import { createContext, type ReactNode, use } from 'react';
import type { Output } from '../../shared/contract.ts';

export type Workspace = Output<'workspace.get'>;

const WorkspaceContext = createContext<Workspace | null>(null);

export const WorkspaceProvider = ({ value, children }: { value: Workspace; children: ReactNode }) => (
  <WorkspaceContext value={value}>{children}</WorkspaceContext>
);

/** Throws outside an open workspace. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs an open workspace.');
  return workspace;
}

/** The member, channel or campaign with that id, archived ones too; undefined when there is none. */
export const byId = <T extends { readonly id: string }>(rows: readonly T[], id: string | null): T | undefined =>
  rows.find(row => row.id === id);
