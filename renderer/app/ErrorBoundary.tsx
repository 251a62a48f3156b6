// Error boundary: shows an error and keeps the rest of the window working.
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import styles from './shell.module.css';

type Props = { readonly children: ReactNode };
type State = { readonly error: Error | null };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className={styles.broken}>
        <Notice actions={<Button onClick={() => this.setState({ error: null })}>Try again</Button>} tone="problem">
          <p>
            <b>Something went wrong here.</b> This is an error in Ripen. Everything you saved is safe in your file.
          </p>
          <details>
            <summary>Details</summary>
            <code>{error.message}</code>
          </details>
        </Notice>
      </div>
    );
  }
}
