// Tab "MQL threshold": too low, too high, or about right.
import { ThresholdPicture } from './ThresholdPicture.tsx';

export const ThresholdTab = () => <ThresholdPicture />;
