// Color scheme: light, dark or system, stored in the workspace.

import { useSettings } from '../../parts/settings/use-settings.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';

const looks = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

export function Appearance() {
  const { settings, save } = useSettings();
  return (
    <Field label="Color scheme">
      {ids => (
        <Segments
          {...ids}
          label="Color scheme"
          onChange={save('appearance')}
          options={looks}
          value={settings.appearance}
        />
      )}
    </Field>
  );
}
