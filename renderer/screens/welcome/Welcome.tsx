// The first run: the sample workspace, or one's own.
import type { Output } from '../../../shared/contract.ts';

type Props = Pick<Output<'workspaces.state'>, 'problem' | 'recent'>;

export const Welcome = (_props: Props) => <main />;
