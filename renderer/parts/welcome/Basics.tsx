// The first questions of a workspace: currency, first day of the week, days off. The computer's are taken until one says otherwise.
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { CurrencyField, DaysOffField, WeekStartField, weekdayOptions } from '../settings/LocaleFields.tsx';
import styles from './welcome.module.css';

/** "Amounts in EUR. Weeks start on Monday. Days off: Saturday, Sunday." */
export function BasicsText() {
  const { settings } = useWorkspace();
  const { locale } = useFormat();
  const { currency, firstDayOfWeek, freeWeekdays } = settings;
  const names = weekdayOptions(locale, 'long').map(({ label }) => label);
  const off = freeWeekdays.map(day => names[day - 1]).join(', ');
  return (
    <>
      Amounts in {currency}. Weeks start on {names[firstDayOfWeek - 1]}. Days off: {off === '' ? 'none' : off}.
    </>
  );
}

/** Each answer is saved as it is given; closing it counts as answered. */
export const BasicsDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog
    actions={
      <Button look="primary" onClick={onClose}>
        Done
      </Button>
    }
    onClose={onClose}
    title="Currency, week and days off"
  >
    <div className={styles.basics}>
      <CurrencyField />
      <WeekStartField />
      <DaysOffField />
    </div>
  </Dialog>
);
