// What a next step is logged as, by its words.
import { expect, it } from 'vitest';
import { guessStepType } from '../../electron/domain/step-type.ts';
import { builtInActivityTypes } from '../../shared/activity.ts';

const own = { id: 'own', label: 'Site survey', ourSide: true, impliesStage: null, archived: false };
const types = [...builtInActivityTypes, own, { ...own, id: 'old', label: 'Fax', archived: true }];

it.each([
  ['Call Mon', 'call-made'],
  ['ring back about the stairs', 'call-made'],
  ['Chase quote', 'call-made'],
  ['Send quote', 'proposal-sent'],
  ['call about the offer', 'call-made'],
  ['Angebot schicken', 'proposal-sent'],
  ['anrufen', 'call-made'],
  ['send samples', 'email-sent'],
  ['E-mail the brochure', 'email-sent'],
  ['Meet at the showroom', 'meeting-held'],
  ['site survey, Tuesday', 'own'],
  ['Fax the drawing', null],
  ['think about it', null],
  [null, null],
])('%s is %s', (what, typeId) => {
  expect(guessStepType(what, types)).toBe(typeId);
});
