// What a signature says of its writer, and what it does not.
import { describe, expect, test } from 'vitest';
import { guessesOf, withoutSignature } from '../../../electron/domain/mail/signature.ts';

const guess = (text: string, name = 'Ann Lee', address = 'ann@kingsley-stairs.example') => {
  const { company, phone, jobTitle, website } = guessesOf(withoutSignature(text.split('\n')).signature, {
    name,
    address,
  });
  return { company, phone, jobTitle, website };
};

describe('a signature', () => {
  test.each<readonly [string, Partial<ReturnType<typeof guess>>]>([
    [
      'Hi\n\nBest regards,\nAnn Lee\nHead of Purchasing\nKingsley Stairs\n+44 20 7946 0999',
      { company: 'Kingsley Stairs', jobTitle: 'Head of Purchasing', phone: '+44 20 7946 0999', website: '' },
    ],
    [
      'Hi\n-- \nAnn Lee | Kingsley Ltd | Tel: 020 7946 0999 | www.kingsley.example',
      { company: 'Kingsley Ltd', phone: '020 7946 0999', website: 'www.kingsley.example' },
    ],
    [
      'Hallo\n\nMit freundlichen Grüßen\n\nAnn Lee\nLee & Söhne\nFax: 030 123456\nMobil: 0171 2345678',
      { company: 'Lee & Söhne', phone: '0171 2345678' },
    ],
    ['Hi\n\nCheers\nAnn\n\nSent from my iPhone', { company: '', phone: '', jobTitle: '', website: '' }],
    [
      'Hi\n\nKind regards\nAnn Lee\nUSt-IdNr. DE123456789\nHRB 12345, Amtsgericht Kassel\nIBAN DE02 1203 0000 0000 2020 51',
      { company: '', phone: '', website: '' },
    ],
    [
      'Bonjour\n\nCordialement,\nAnn Lee\nGérante, Escaliers Lee SARL\nTél : 04 78 12 34 56',
      { company: 'Escaliers Lee SARL', phone: '04 78 12 34 56', jobTitle: 'Gérante' },
    ],
  ])('%j', (text, expected) => {
    expect(guess(text)).toMatchObject(expected);
  });
  test('nothing is guessed from a message without one', () => {
    expect(guess('Please ring Oak Ltd on 020 7946 0999 about the stair.')).toEqual({
      company: '',
      phone: '',
      jobTitle: '',
      website: '',
    });
  });
});
