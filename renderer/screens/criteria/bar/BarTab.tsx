// The bar: is it too low, too high, or about right, over everything recorded.
import { BarPicture } from './BarPicture.tsx';

export const BarTab = () => <BarPicture />;
