// Campaign and content named in a line: taken where the whole name stands, offered where a part or a new name does.
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import { english, german, said, spanish } from './said.ts';

describe('a name that is known', () => {
  it.each([
    ['Ann Lee downloaded the staircase guide', { content: 'Staircase guide', what: 'content-downloaded' }],
    ['Ann Lee downloaded the staircase guides', { content: 'Staircase guide', what: 'content-downloaded' }],
    ['Ann Lee attended the Winter Webinar yesterday', { content: 'Winter webinar', when: '2026-11-25' }],
    ['Ann Lee rang, came from the spring mailing', { campaign: 'Spring mailing', what: 'inbound-call' }],
    ['met Ann Lee at the bath home show', { campaign: 'Bath Home Show', what: 'meeting-held', who: 'Ann Lee' }],
    ['Ann Lee @ Oak Ltd rang off google ads', { campaign: 'Google Ads', who: 'Ann Lee @ Oak Ltd' }],
    [
      'Ann Lee downloaded the staircase guide from the spring mailing',
      { campaign: 'Spring mailing', content: 'Staircase guide' },
    ],
  ])('%s', (line, expected) => {
    expect(said(line)).toMatchObject(expected);
    // What a chip shows is not said once more in the note.
    expect(said(line).note ?? '').not.toMatch(/guide|webinar|mailing|show|ads|downloaded/i);
  });

  it.each([
    ['Jana Koch hat den Treppenratgeber heruntergeladen', german, 'Treppenratgeber'],
    ['Inés Roca descargó la guía de escaleras', spanish, 'Guía de escaleras'],
  ])('%s', (line, home, content) => {
    expect(said(line, home)).toMatchObject({ what: 'content-downloaded', content });
  });

  it('is neither a person, nor a day, nor an amount', () => {
    const home = { ...english, campaigns: [{ id: 'x', label: 'Anna Winter 3 May 5000' }] };
    expect(said('Ann Lee rang from Anna Winter 3 May 5000', home)).toEqual({
      who: 'Ann Lee',
      what: 'inbound-call',
      campaign: 'x',
    });
  });

  it('the longest one is meant', () => {
    const campaigns = ['Home Show', 'Bath Home Show', 'Show'].map(label => ({ id: label, label }));
    expect(said('met Ann Lee at the Bath home show', { ...english, campaigns }).campaign).toBe('Bath Home Show');
  });
});

describe('a name that is not, or not wholly, known', () => {
  it.each([
    ['Ann Lee downloaded the porch guide', { content: '? porch guide', note: 'downloaded the porch guide' }],
    ['Ann Lee rang, found us on google', { campaign: '? Google Ads', note: 'found us on google' }],
    ['Ann Lee rang, saw us in bath', { campaign: '? Bath Home Show', note: 'saw us in bath' }],
  ])('%s: it is offered, and stays in the note', (line, expected) => {
    expect(said(line)).toMatchObject(expected);
  });

  it('two of one name are offered, and none is taken', () => {
    const campaigns = [
      { id: 'one', label: 'Spring fair' },
      { id: 'two', label: 'Spring Fair' },
    ];
    const { campaign } = parseLine('met Ann Lee at the spring fair', { ...english, campaigns });
    expect(campaign).toMatchObject({ options: ['one', 'two'], sure: false });
  });

  it.each(['Ann Lee rang about a bath', 'Ann Lee rang about google', 'the show goes on, says Ann Lee'])(
    '%s: says nothing of one',
    line => {
      expect(said(line).campaign).toBeUndefined();
    },
  );
});

describe('a name of one word', () => {
  const home = {
    ...english,
    campaigns: [{ id: 'Bath', label: 'Bath' }],
    contents: ['Kitchen'],
  };

  it.each([
    ['Called Ida Berg about the kitchen', { who: 'Ida Berg', content: '? Kitchen', note: 'about the kitchen' }],
    ['Called Rachel Bath', { who: 'Rachel Bath', campaign: '? Bath' }],
    ['Meeting in Bath with Ida Berg', { who: 'Ida Berg', campaign: '? Bath', note: 'in Bath' }],
  ])('%s: is offered, and cuts neither the person nor the note', (line, expected) => {
    expect(said(line, home)).toMatchObject(expected);
  });

  it.each([
    ['Ida Berg downloaded kitchen', { who: 'Ida Berg', content: 'Kitchen' }],
    ['Ida Berg opened the kitchen', { who: 'Ida Berg', content: 'Kitchen' }],
    ['Met Ida Berg at the Bath show', { who: 'Ida Berg', campaign: 'Bath' }],
    ['Email from Ida Berg via Bath', { who: 'Ida Berg', campaign: 'Bath' }],
  ])('%s: is taken', (line, expected) => {
    expect(said(line, home)).toMatchObject(expected);
  });
});
