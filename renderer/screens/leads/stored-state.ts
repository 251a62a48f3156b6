// What of the table of leads is stored outside the workspace file: nothing that may name a person.

import type { CustomField } from '../../../shared/custom-field.ts';
import { type Condition, listFields, type ViewBody } from '../../../shared/lead-filter.ts';

/** Conditions on typed text, such as a name or an address, hold until Ripen is closed. */
export function storedState<T extends ViewBody>(state: T, customFields: readonly CustomField[]): T {
  const kinds = new Map<string, string>(listFields(customFields).map(({ key, kind }) => [key, kind]));
  const isStored = (condition: Condition): boolean =>
    !('values' in condition) || (condition.is !== 'contains' && (kinds.get(condition.field) ?? 'text') !== 'text');
  return { ...state, search: '', conditions: state.conditions.filter(isStored) };
}
