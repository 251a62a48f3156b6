// Tab "MQL threshold": too low, too high, or about right.
import { ThresholdPicture } from '../../../parts/criteria/threshold/ThresholdPicture.tsx';

export const ThresholdTab = () => <ThresholdPicture />;
