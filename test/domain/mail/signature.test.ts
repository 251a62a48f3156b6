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
  test.each([
    [
      'Thank you!\n\nWe accept the offer of 4,200. Please start on Monday.\nThe neighbour has the key, ring her on 020 7946 0111.',
      'Regards\nEve Dock\nDock Ltd\n+44 20 7946 0999',
    ],
    [
      'Hallo Mara,\n\nDanke!\n\nWir nehmen das Angebot an.\nDer Nachbar hat den Schlüssel: 0561 7946011.',
      'Viele Grüße\nEve Dock\nDock Ltd\n+44 20 7946 0999',
    ],
    [
      'Bonjour,\n\nCordialement\nnous acceptons le devis, et le voisin au 04 78 12 34 56 a la clef, merci de\ncommencer lundi.',
      'Cordialement\n\nEve Dock\nDock Ltd\n+44 20 7946 0999\nFine stairs since 1912.\n\nCe message est confidentiel. Il est pour son destinataire et pour lui seul.',
    ],
    [
      'Hola:\n___\nAceptamos el presupuesto, pueden empezar el lunes por la mañana.\nLa vecina: 912 345 678',
      'Saludos\nEve Dock | Dock Ltd | Head of Purchasing of everything | +44 20 7946 0999 | www.dock.example',
    ],
  ])('the words before it stay, whatever they thank for: %j', (text, signature) => {
    const lines = `${text}\n\n${signature}`.split('\n');
    expect(withoutSignature(lines).text.join('\n').trim()).toBe(text);
    expect(guess(lines.join('\n'))).toMatchObject({ company: 'Dock Ltd', phone: '+44 20 7946 0999' });
  });
  test('words below the closing words are kept with them', () => {
    for (const text of [
      'Thanks!\n\nEve',
      'Hi\nThanks!\nWe accept.\nEve',
      'Gruß\nP.S. Die Nachbarin hat den Schlüssel: 0561 7946011.',
      'Hi\nMvg\nPS: de buurvrouw heeft de sleutel, bel haar op 020 7946011.',
    ])
      expect(withoutSignature(text.split('\n'))).toEqual({ text: text.split('\n'), signature: [] });
  });
  test.each([
    'Registered in England No. 01234567',
    'Reg. No. 0123 4567',
    'Company number: 0123 4567',
    'Steuernummer: 12/345/67890',
    'St.-Nr. 012/345/67890',
    'USt-IdNr.: 0123 456 789',
    'IBAN: GB29 NWBK 6016 1331 9268 19',
    'Sort code 04-00-04',
    'Account 0123 45678',
    'SIRET 012 345 678 00012',
    'RCS Lyon 012 345 678',
    'KvK 01 23 45 67',
    'P.IVA 01234 567890',
    'NIF: 012 345 678',
    'Kundennummer 0123 456789',
    '12/345/67890',
    '01234567',
    '912 345 678',
  ])('a number of a firm, a tax office or a bank is no phone: %s', line => {
    expect(guess(`Hi\n\nRegards\nAnn Lee\n${line}`).phone).toBe('');
    expect(guess(`Hi\n\nRegards\nAnn Lee\n${line}\nT 020 7946 0999`).phone).toBe('020 7946 0999');
  });
  test.each([
    'Tel: 79460999',
    'M 912 345 678',
    'Teléfono 912 345 678',
    '020 7946 0999',
    '(020) 79460999',
    '0561/123456',
    '(555) 212-0199',
    'Account manager, 020 7946 0999',
  ])('a phone: %s', line => {
    expect(guess(`Hi\n\nRegards\nAnn Lee\n${line}`).phone).not.toBe('');
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
