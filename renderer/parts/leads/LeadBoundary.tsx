// Catches what breaks while one lead is drawn: the others stay, and the sentence opens the lead that causes it.
import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { openLead } from '../navigation/use-route.ts';
import styles from './lead-boundary.module.css';

type Props = {
  readonly lead: { readonly id: string; readonly name: string };
  /** What stands in a list of rows is a row. */
  readonly as?: 'li' | 'div';
  /** Where it stands, in a list that places its rows. */
  readonly at?: { readonly top: number; readonly height: number };
  readonly children: ReactNode;
};
type State = { readonly broken: boolean };

export class LeadBoundary extends Component<Props, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render() {
    const { lead, as: Tag = 'div', at, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <Tag className={styles.broken} data-placed={at ? true : undefined} style={at}>
        <span>{lead.name} could not be shown here. Nothing is lost.</span>
        <Button onClick={() => openLead(lead.id)} size="small">
          Open {lead.name}
        </Button>
      </Tag>
    );
  }
}
