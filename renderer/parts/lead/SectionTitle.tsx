// Heading of a section of a lead: one level below the lead's name, which is the h1 of its page and an h2 in the panel.
import { createContext, type ReactNode, useContext } from 'react';

const Level = createContext<'h2' | 'h3'>('h3');
export const SectionLevel = Level.Provider;

export function SectionTitle({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const Tag = useContext(Level);
  return <Tag id={id}>{children}</Tag>;
}
