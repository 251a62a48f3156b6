// What a person wrote anew, in the forms of many programs and languages.
import { describe, expect, test } from 'vitest';
import { ownLines } from '../../../electron/domain/mail/quoted.ts';

const own = (text: string) => ownLines(text).lines.join('\n').trim();

describe('a message of which nothing was written anew', () => {
  test.each([
    ['English heads', 'From: Mara <m@oak.example>\nSent: Monday\nTo: Eve\nSubject: Stairs\n\nHere is the offer.'],
    ['German heads', '\nVon: Mara\nGesendet: Montag\nAn: Eve\nBetreff: Treppe\n\nHier das Angebot.'],
    ['a line of dashes', '--\n-----Message d’origine-----\nDe : Mara\n\nVoici le devis.'],
    ['marked', 'Il giorno lun 2 feb 2026 alle ore 08:15 Mara <m@oak.example> ha scritto:\n> Ecco'],
    ['introduced', 'Op ma 2 feb 2026 om 08:15 schreef Mara <m@oak.example>:\n\nHier is de offerte.'],
    ['passed on by Apple', 'Anfang der weitergeleiteten Nachricht:\n\n> Von: Ann\n> Betreff: Treppe\n>\n> Hallo'],
  ])('%s', (_language, text) => {
    expect(ownLines(text).isAllQuoted).toBe(true);
  });
  test.each([
    'From: London\nTo: Paris\nDate: 5 June\nWhat would the move cost?',
    'Von: Kassel\nAn: Wien\nDatum: 5. Juni\nWas kostet der Umzug?',
    'On Monday the builder wrote:\nPlease move the fence.',
    'On 2 Feb 2026 Ann <ann@x.example> wrote:\n> How wide?\n\n90 cm.',
    '',
  ])('unless it is: %j', text => {
    expect(ownLines(text).isAllQuoted).toBe(false);
  });
});

describe('the message below is not the note', () => {
  test.each([
    ['English', 'On Mon, 2 Feb 2026 at 08:15, Ann Lee <ann@x.example> wrote:'],
    ['English in two lines', 'On Mon, 2 Feb 2026 at 08:15, Ann Lee Longname <ann.longname@x.example>\nwrote:'],
    ['German', 'Am 02.02.26 um 08:15 schrieb Ann Lee:'],
    ['German in two lines', 'Am Mo., 2. Feb. 2026 um 08:15 Uhr schrieb Ann Lee <\nann@x.example>:'],
    ['French', 'Le lun. 2 févr. 2026 à 08:15, Ann Lee <ann@x.example> a écrit :'],
    ['Spanish', 'El lun, 2 feb 2026 a las 8:15, Ann Lee (<ann@x.example>) escribió:'],
    ['Italian', 'Il giorno lun 2 feb 2026 alle ore 08:15 Ann Lee <ann@x.example> ha scritto:'],
    ['Dutch', 'Op ma 2 feb 2026 om 08:15 schreef Ann Lee <ann@x.example>:'],
    ['Portuguese', 'Em seg., 2 de fev. de 2026 às 08:15, Ann Lee <ann@x.example> escreveu:'],
    ['a name alone', 'Ann Lee <ann@x.example> wrote:'],
    ['Outlook', '-----Original Message-----\nFrom: Ann Lee'],
    ['Outlook in German', '-----Ursprüngliche Nachricht-----\nVon: Ann Lee'],
    ['Outlook in French', '-----Message d’origine-----\nDe : Ann Lee'],
    ['Outlook in Spanish', '-----Mensaje original-----\nDe: Ann Lee'],
    ['Outlook in Italian', '-----Messaggio originale-----\nDa: Ann Lee'],
    ['Outlook in Dutch', '-----Oorspronkelijk bericht-----\nVan: Ann Lee'],
    ['Outlook in Portuguese', '-----Mensagem original-----\nDe: Ann Lee'],
    [
      'heads',
      '________________________________\nFrom: Ann Lee <ann@x.example>\nSent: Monday, 2 February 2026\nTo: Bo\nSubject: Hi',
    ],
    ['French heads', 'De : Ann Lee\nEnvoyé : lundi 2 février 2026\nÀ : Bo\nObjet : Devis'],
    ['bold heads', '*From:* Ann Lee <ann@x.example>\n*Sent:* Monday\nTo: Bo\nSubject: Hi'],
    ['passed on', '---------- Forwarded message ---------\nFrom: Ann'],
  ])('%s', (_language, line) => {
    expect(own(`That suits me.\n\nBo\n\n${line}\n> old words\n> old words too`)).toBe('That suits me.\n\nBo');
    expect(own(`That suits me.\n\nBo\n\n${line}\nold words\n\nold words too`)).toBe('That suits me.\n\nBo');
  });
  test('marked lines go wherever they stand; answers between them stay', () => {
    const text = 'On Mon, 2 Feb 2026, Ann <ann@x.example> wrote:\n> How wide?\n\n90 cm.\n\n> Which wood?\n\nOak.';
    expect(own(`Hello Ann,\n\n${text}`).replace(/\n+/g, '|')).toBe('Hello Ann,|90 cm.|Oak.');
  });
  test('a message that was only passed on keeps its words', () => {
    expect(own('---------- Forwarded message ---------\nFrom: Ann\n\nCan you build a stair?')).toContain(
      'Can you build a stair?',
    );
  });
  test.each([
    'On Monday we measured and the architect wrote: all fine.',
    'From: the street one sees it.\nThe rest follows.',
    'Am Montag schrieb der Architekt, alles sei gut.',
    'We need:\n- 4 steps\n- a rail',
  ])('words that only look so stay: %s', text => {
    expect(own(text)).toBe(text);
  });
  test('a text made to hurt takes no time', () => {
    const began = performance.now();
    for (const line of ['On ', 'Am schrieb ', 'From: a ', '> ', '<a@b> wrote ', 'le a écrit '])
      ownLines(`x\n${line.repeat(40_000)}\n${`${line}\n`.repeat(4000)}`);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
