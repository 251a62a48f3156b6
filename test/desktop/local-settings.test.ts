// What a new workspace takes over from a computer, whatever that calls its language.
import { describe, expect, it } from 'vitest';
import { knownLocale, localSettings } from '../../electron/desktop/local-settings.ts';

describe('the settings of this computer', () => {
  it('follow its locale', () => {
    expect(localSettings('en-US')).toMatchObject({ currency: 'USD', firstDayOfWeek: 7, freeWeekdays: [6, 7] });
    expect(localSettings('de-AT')).toMatchObject({ currency: 'EUR', firstDayOfWeek: 1, freeWeekdays: [6, 7] });
    expect(localSettings('ar-EG').freeWeekdays).toEqual([5, 6]);
  });

  it.each(['C', 'C.UTF-8', '', 'en_US.UTF-8'])('do not stumble over a locale called "%s"', name =>
    expect(localSettings(knownLocale(name))).toMatchObject({ currency: expect.any(String) }),
  );
});
