// What was typed when the page died is given back once, and to the next page only.
import { describe, expect, it } from 'vitest';
import { createPageDrafts } from '../../electron/desktop/page-drafts.ts';

const draft = (text: string) => ({ label: 'E-mail', text });

describe('drafts of a page', () => {
  it('are nothing to speak of while the page lives', () => {
    const drafts = createPageDrafts();
    drafts.keep([draft('dana@')]);
    expect(drafts.take()).toBeNull();
  });
  it('are told once after it died, as they were last', () => {
    const drafts = createPageDrafts();
    drafts.keep([draft('da')]);
    drafts.keep([draft('dana@')]);
    drafts.died();
    expect(drafts.take()).toEqual({ drafts: [draft('dana@')] });
    expect(drafts.take()).toBeNull();
  });
  it('say so when it died with nothing typed', () => {
    const drafts = createPageDrafts();
    drafts.died();
    expect(drafts.take()).toEqual({ drafts: [] });
  });
  it('survive a page that dies again before it has asked', () => {
    const drafts = createPageDrafts();
    drafts.keep([draft('dana@')]);
    drafts.died();
    drafts.died();
    expect(drafts.take()).toEqual({ drafts: [draft('dana@')] });
  });
});
