// Tab "MQL threshold": too low, too high, or about right.
import { BarPicture } from './BarPicture.tsx';

export const BarTab = () => <BarPicture />;
