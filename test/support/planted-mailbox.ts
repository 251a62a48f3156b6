// A mailbox of any size with planted truth: who wrote what and when, in which words, and what no person wrote.
import { closeSync, openSync, writeSync } from 'node:fs';
import { seeded } from '../bench/random.ts';

export const plantedOwner = 'mara@oaklane.example';

export type PlantedActivity = {
  readonly typeId: string;
  readonly at: number;
  readonly own: string;
  readonly quoted: string;
};
export type PlantedPerson = {
  readonly address: string;
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly activities: PlantedActivity[];
};
export type PlantedMailbox = {
  readonly people: ReadonlyMap<string, PlantedPerson>;
  /** Messages by what they are; 'repeated' ones stand there a second time. */
  readonly apart: Readonly<Record<string, number>>;
};

const firstNames =
  'Ada Bo Cem Dana Eve Finn Gül Hugo Inès Jörg Kaja Luís Mia Noor Otto Pía Quinn Rosa Søren Tunde'.split(' ');
const lastNames =
  'Åkesson Bär Costa Dupont Ekici Fox Groß Holm Ito Jansen Kováč Lind Müller Nair Okafor Peña Quay Rossi Stone Voss'.split(
    ' ',
  );
const trades =
  'Treppen Joinery Menuiserie Carpintería Falegnameria Timmerwerk Carpintaria Stairs Möbel Interiors'.split(' ');
const forms = ['GmbH', 'Ltd', 'SARL', 'S.L.', 'S.r.l.', 'B.V.', 'Lda', 'LLC', 'AG', 'Inc.'];
const closings = [
  'Mit freundlichen Grüßen',
  'Kind regards',
  'Cordialement',
  'Saludos',
  'Cordiali saluti',
  'Met vriendelijke groet',
  'Atenciosamente',
  'Best',
  'Viele Grüße',
  'Thanks',
];
const quotes: readonly ((who: string, text: string) => string)[] = [
  (who, text) => `On Mon, 2 Feb 2026 at 08:15, ${who} <x@y.example> wrote:\n\n> ${text}`,
  (who, text) => `Am 02.02.26 um 08:15 schrieb ${who}:\n> ${text}`,
  (who, text) => `Le lun. 2 févr. 2026 à 08:15, ${who} <x@y.example> a écrit :\n\n> ${text}`,
  (who, text) => `El lun, 2 feb 2026 a las 8:15, ${who} (<x@y.example>) escribió:\n\n> ${text}`,
  (who, text) => `Il giorno lun 2 feb 2026 alle ore 08:15 ${who} <\nx@y.example> ha scritto:\n\n> ${text}`,
  (who, text) => `Op ma 2 feb 2026 om 08:15 schreef ${who} <x@y.example>:\n\n> ${text}`,
  (who, text) =>
    `-----Ursprüngliche Nachricht-----\nVon: ${who}\nGesendet: Montag\nAn: Mara\nBetreff: Treppe\n\n${text}`,
  (who, text) =>
    `________________________________\nFrom: ${who} <x@y.example>\nSent: Monday, 2 February 2026 08:15\nTo: Mara\nSubject: Stairs\n\n${text}`,
];

const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const quotedPrintable = (text: string, charset: 'utf8' | 'latin1') =>
  [...Buffer.from(text, charset)]
    .map(byte =>
      byte === 10
        ? '\n'
        : byte === 61 || byte > 126
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('');
const wrapped = (text: string) => text.replace(/.{76}/g, '$&\n');

/** Writes an mbox of `size` messages and answers what is in it. */
export function writePlantedMailbox(path: string, size: number, seed = 1): PlantedMailbox {
  const { next: random, below: upTo, pick } = seeded(seed);
  const file = openSync(path, 'w');
  const people = new Map<string, PlantedPerson>();
  const apart: Record<string, number> = {};
  const everyone: PlantedPerson[] = Array.from({ length: Math.max(5, Math.ceil(size / 12)) }, (_, i) => {
    const [first, last] = [pick(firstNames), pick(lastNames)];
    const plain = (text: string) =>
      text
        .normalize('NFKD')
        .replace(/[^a-zA-Z]/g, '')
        .toLowerCase();
    const company = random() < 0.7 ? `${last} ${pick(trades)} ${i} ${pick(forms)}` : '';
    return {
      address: `${plain(first)}.${plain(last)}${i}@${company === '' ? 'gmail.example' : `firm${i}.example`}`,
      name: `${first} ${last}`,
      company,
      phone: random() < 0.7 ? `+49 561 ${String(100_000 + i)}` : '',
      activities: [],
    };
  });
  let number = 0;
  const put = (heads: readonly string[], body: string, at: number, id: string) => {
    const day = new Date(at).toUTCString();
    const above = `From x@y ${day.slice(0, 3)} ${day.slice(8, 11)} ${day.slice(5, 7)} ${day.slice(17, 25)} ${day.slice(12, 16)}`;
    const text = body.replace(/^(>*From )/gm, '>$1');
    writeSync(
      file,
      `${above}\n${[`Date: ${day.replace('GMT', '+0000')}`, `Message-ID: <${id}>`, 'MIME-Version: 1.0', ...heads].join('\n')}\n\n${text}\n\n`,
    );
  };
  /** The body in one of the ways programs write it, with its headers. */
  const encoded = (text: string): readonly [heads: string[], body: string] => {
    const way = upTo(5);
    const utf = 'Content-Type: text/plain; charset=utf-8';
    if (way === 0) return [[utf, 'Content-Transfer-Encoding: 8bit'], text];
    if (way === 1) return [[utf, 'Content-Transfer-Encoding: quoted-printable'], quotedPrintable(text, 'utf8')];
    if (way === 2) return [[utf, 'Content-Transfer-Encoding: base64'], wrapped(Buffer.from(text).toString('base64'))];
    if (way === 3) {
      const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n');
      return [
        ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
        quotedPrintable(`<html><style>p{}</style><body>${html}</body></html>`, 'utf8'),
      ];
    }
    const boundary = `b${number}`;
    const file = wrapped('QUJD'.repeat(400));
    return [
      [`Content-Type: multipart/mixed; boundary="${boundary}"`],
      `--${boundary}\n${utf}\n\n${text}\n--${boundary}\nContent-Type: application/pdf; name="plan.pdf"\nContent-Disposition: attachment; filename="plan.pdf"\nContent-Transfer-Encoding: base64\n\n${file}\n--${boundary}--`,
    ];
  };
  const machine = (kind: string, from: string, subject: string, heads: readonly string[], body: string, at: number) => {
    apart[kind] = (apart[kind] ?? 0) + 1;
    put(
      [`From: ${from}`, `To: ${plantedOwner}`, `Subject: ${subject}`, ...heads],
      body,
      at,
      `m${number}@machine.example`,
    );
  };
  for (let made = 0; made < size; made++) {
    number += 1;
    const at = Date.UTC(2025, 5, 1) + number * 600_000;
    const kind = random();
    const someone = pick(everyone);
    if (kind < 0.14)
      machine(
        'newsletter',
        `Shop ${upTo(50)} <news@shop${upTo(50)}.example>`,
        'Only today',
        ['List-Unsubscribe: <https://x.example>', 'Content-Type: text/html'],
        '<p>Buy</p>',
        at,
      );
    else if (kind < 0.17)
      machine(
        'newsletter',
        `Shop <hello@shop${upTo(50)}.example>`,
        'Our spring news',
        ['Content-Type: text/plain'],
        'Look what is new.\n\nIf you no longer wish to receive these e-mails, unsubscribe here: https://x.example/u',
        at,
      );
    else if (kind < 0.19)
      machine(
        'bounce',
        'Mail Delivery System <MAILER-DAEMON@mx.example>',
        'Undelivered Mail Returned to Sender',
        ['Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
        '--b\nContent-Type: text/plain\n\nfailed\n--b--',
        at,
      );
    else if (kind < 0.21)
      machine(
        'automatic',
        `${word(someone.name)} <${someone.address}>`,
        pick(['Automatic reply: Stairs', word('Abwesenheitsnotiz: Treppe'), word('Réponse automatique : devis')]),
        random() < 0.5 ? ['Auto-Submitted: auto-replied'] : [],
        'I am away.',
        at,
      );
    else if (kind < 0.23)
      machine(
        'calendar',
        `${word(someone.name)} <${someone.address}>`,
        'Invitation: measuring',
        ['Content-Type: multipart/alternative; boundary=b'],
        '--b\nContent-Type: text/plain\n\nInvited\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b--',
        at,
      );
    else if (kind < 0.27)
      machine(
        'notification',
        `Bank <no-reply@bank${upTo(9)}.example>`,
        'Your statement',
        ['Content-Type: text/plain'],
        'It is there.',
        at,
      );
    else {
      people.set(someone.address, someone);
      const ours = kind > 0.65;
      const answers = random() < 0.6;
      const [own, quoted] = [`own${number}x`, `quoted${number}x`];
      const signature = ours
        ? '-- \nMara Voss\nOak Lane Stairs\n+49 561 999999'
        : random() < 0.8
          ? `${pick(closings)}${pick(['', ','])}\n${someone.name}\n${[someone.company, someone.phone === '' ? '' : `${pick(['Tel. ', 'T: ', 'Phone: ', ''])}${someone.phone}`].filter(Boolean).join('\n')}`
          : someone.name;
      const text = `Guten Tag,\n\nwe need ${number} steps, größer als 90 cm (${own}).\nFrom the street one sees it.\n\n${signature}\n${answers ? `\n${pick(quotes)(ours ? someone.name : 'Mara Voss', `the old words ${quoted}`)}\n` : ''}`;
      const [heads, body] = encoded(text);
      const them = `${random() < 0.5 ? word(someone.name) : `"${word(someone.name).replaceAll('"', '')}"`} <${someone.address}>`;
      const all = [
        `From: ${ours ? `Mara Voss <${plantedOwner}>` : them}`,
        `To: ${ours ? them : plantedOwner}`,
        `Subject: ${answers ? pick(['Re: ', 'AW: ', 'RE: ', 'R: ', 'SV: ']) : ''}Stairs ${number}`,
        ...(answers && random() < 0.7 ? [`In-Reply-To: <r${number}@x>`] : []),
        ...heads,
      ];
      const id = `p${number}@${ours ? 'oaklane' : 'firm'}.example`;
      put(all, body, at, id);
      someone.activities.push({
        typeId: ours ? 'email-sent' : answers ? 'replied' : 'information-requested',
        at,
        own,
        quoted: answers ? quoted : '',
      });
      if (random() < 0.04 && made + 1 < size) {
        made += 1;
        apart.repeated = (apart.repeated ?? 0) + 1;
        put(all, body, at, id);
      }
    }
  }
  closeSync(file);
  return { people, apart };
}
