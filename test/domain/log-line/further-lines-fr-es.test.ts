// Further lines in French and Spanish, with what each says; the outcomes were written before the lines were tried.
import { describe, expect, it } from 'vitest';
import { type Expected, french, said, spanish } from './said.ts';

type Lines = readonly (readonly [string, Expected])[];

const inFrench: Lines = [
  [
    "M. Lambert a téléphoné hier au sujet d'un portail, 2 500 €, devis avant vendredi",
    {
      who: '_ Lambert',
      what: 'inbound-call',
      when: '2026-11-25',
      note: "au sujet d'un portail",
      amount: 'EUR 2500',
      next: 'devis | 2026-11-27',
    },
  ],
  [
    "J'ai appelé Sophie Morel, messagerie, rappeler demain",
    { who: 'Sophie Morel', what: 'call-made', note: 'messagerie', next: 'rappeler | 2026-11-27' },
  ],
  [
    'Devis envoyé à Cuisines Roux SARL, 8k, relancer jeudi prochain',
    { who: '@ Cuisines Roux SARL', what: 'proposal-sent', amount: 'EUR 8000', next: 'relancer | 2026-12-03' },
  ],
  [
    'Rendez-vous avec Alain Petit mardi à 9h30',
    { who: 'Alain Petit', what: 'meeting-held', when: '2026-11-24 09:30', next: 'Rendez-vous | 2026-12-01 09:30' },
  ],
  [
    'Mail de julie@verre.example la semaine dernière',
    { who: '<julie@verre.example>', what: 'replied', when: '2026-11-19' },
  ],
  ['Marc Girard a rempli le formulaire', { who: 'Marc Girard', what: 'form-submitted' }],
  [
    'Mme Faure est venue au magasin samedi',
    { who: '_ Faure', what: 'new Showroom visit ? meeting-held', when: '2026-11-21', note: 'est venue au magasin' },
  ],
  [
    'Envoyé le catalogue à Denis Roy avant-hier',
    { who: 'Denis Roy', what: 'new Catalogue sent ? email-sent', when: '2026-11-24', note: 'Envoyé le catalogue' },
  ],
  [
    'SMS de Léa Blanc : elle rappelle lundi',
    { who: 'Léa Blanc', what: 'new Text message received ? replied ? live-chat', note: 'elle rappelle lundi' },
  ],
  [
    'Recommandé par Luc Petit : Anne Colin',
    { who: 'Anne Colin', what: 'referral-received', note: 'Recommandé par Luc Petit', channel: 'Referral' },
  ],
  [
    'Appel avec Karim Saïd il y a deux heures',
    { who: 'Karim Saïd', what: 'call-made ? inbound-call', when: '2026-11-26 07:10' },
  ],
  [
    'Rencontré Paul et Marie Dupont au salon, 3k',
    { who: 'Paul Dupont + Marie Dupont', what: 'meeting-held', note: 'au salon', amount: 'EUR 3000' },
  ],
  ["Hugo Blin a répondu, il est d'accord", { who: 'Hugo Blin', what: 'replied', note: "il est d'accord" }],
  [
    "Mme Perrin m'a appelé hier, cuisine, 12 000 €, devis vendredi",
    {
      who: '_ Perrin',
      what: 'inbound-call',
      when: '2026-11-25',
      note: 'cuisine',
      amount: 'EUR 12000',
      next: 'devis | 2026-11-27',
    },
  ],
  [
    'Appelé M. Garnier, absent, rappeler lundi',
    { who: '_ Garnier', what: 'call-made', note: 'absent', next: 'rappeler | 2026-11-30' },
  ],
  ['Email envoyé à Nadia Bona', { who: 'Nadia Bona', what: 'email-sent' }],
  [
    'Claire Vidal de Bois Vidal SARL a demandé un devis pour une terrasse',
    {
      who: 'Claire Vidal @ Bois Vidal SARL',
      what: 'information-requested',
      note: 'demandé un devis pour une terrasse',
    },
  ],
  [
    'Visite chez M. et Mme Colas mercredi à 14h',
    { who: '_ Colas', what: 'meeting-held', when: '2026-11-25 14:00', next: 'Visite chez | 2026-12-02 14:00' },
  ],
  [
    'Théo Morin a téléchargé la brochure il y a une semaine',
    { who: 'Théo Morin', what: 'content-downloaded', when: '2026-11-19', note: 'téléchargé la brochure' },
  ],
  [
    'Message WhatsApp de Sara Haddad : ok pour jeudi',
    { who: 'Sara Haddad', what: 'new WhatsApp message received ? replied ? live-chat', note: 'ok pour jeudi' },
  ],
  [
    'Luc Renaud a appelé pour un devis, rappeler demain matin',
    { who: 'Luc Renaud', what: 'inbound-call', note: 'pour un devis', next: 'rappeler | 2026-11-27' },
  ],
  [
    'Rencontre avec Mme Olivier jeudi dernier, 4 000 €',
    { who: '_ Olivier', what: 'meeting-held', when: '2026-11-19', amount: 'EUR 4000' },
  ],
  [
    'Devis accepté par Jean Caron',
    { who: 'Jean Caron', what: 'replied ? inbound-call ? meeting-held', note: 'Devis accepté' },
  ],
  [
    'Yann Le Goff intéressé par une véranda',
    { who: 'Yann Le Goff', what: 'information-requested', note: 'intéressé par une véranda' },
  ],
];

const inSpanish: Lines = [
  [
    'El señor Torres llamó ayer por una puerta, 900 €, presupuesto el lunes',
    {
      who: '_ Torres',
      what: 'inbound-call',
      when: '2026-11-25',
      note: 'por una puerta',
      amount: 'EUR 900',
      next: 'presupuesto | 2026-11-30',
    },
  ],
  [
    'Llamé a Marta Gil, buzón de voz, volver a llamar mañana',
    { who: 'Marta Gil', what: 'call-made', note: 'buzón de voz', next: 'volver a llamar | 2026-11-27' },
  ],
  [
    'Presupuesto enviado a Cocinas Vega S.L., 5.400 €',
    { who: '@ Cocinas Vega S.L.', what: 'proposal-sent', amount: 'EUR 5400' },
  ],
  [
    'Reunión con Jorge Sanz el martes a las 16:30',
    { who: 'Jorge Sanz', what: 'meeting-held', when: '2026-11-24 16:30', next: 'Reunión | 2026-12-01 16:30' },
  ],
  [
    'Correo de luis@norte.example la semana pasada',
    { who: '<luis@norte.example>', what: 'replied', when: '2026-11-19' },
  ],
  [
    'Elena Rubio rellenó el formulario hace una hora',
    { who: 'Elena Rubio', what: 'form-submitted', when: '2026-11-26 08:10' },
  ],
  [
    'La señora Ramos vino a la tienda el sábado',
    { who: '_ Ramos', what: 'new Showroom visit ? meeting-held', when: '2026-11-21', note: 'vino a la tienda' },
  ],
  [
    'WhatsApp a Iván Soler: muestras listas',
    { who: 'Iván Soler', what: 'new WhatsApp message sent ? email-sent ? call-made', note: 'muestras listas' },
  ],
  [
    'Hablé con Nuria Pons sobre la terraza, llamar en 2 semanas',
    {
      who: 'Nuria Pons',
      what: 'call-made ? meeting-held',
      note: 'Hablé sobre la terraza',
      next: 'llamar | 2026-12-10',
    },
  ],
  [
    'Enviado catálogo a Raúl Vidal anteayer',
    { who: 'Raúl Vidal', what: 'new Catalogo sent ? email-sent', when: '2026-11-24', note: 'Enviado catálogo' },
  ],
  ['Carmen Díaz respondió, le parece caro', { who: 'Carmen Díaz', what: 'replied', note: 'le parece caro' }],
  ['Llamada perdida de +34 600 123 456', { who: '+34 600 123 456', what: 'missed-call' }],
  [
    'Visita de Pablo y Ana Ruiz al showroom, 6k',
    {
      who: 'Pablo Ruiz + Ana Ruiz',
      what: 'new Showroom visit ? meeting-held',
      note: 'Visita al showroom',
      amount: 'EUR 6000',
    },
  ],
  [
    'Ana Prieto llamó hace media hora por la cocina, 7.000 €',
    { who: 'Ana Prieto', what: 'inbound-call', when: '2026-11-26 08:40', note: 'por la cocina', amount: 'EUR 7000' },
  ],
  [
    'He llamado a Diego Mora, no contesta, llamar el jueves',
    { who: 'Diego Mora', what: 'call-made', note: 'no contesta', next: 'llamar | 2026-11-26 | 2026-12-03' },
  ],
  [
    'Envié el presupuesto a Reformas Luna S.A. ayer',
    { who: '@ Reformas Luna S.A.', what: 'proposal-sent', when: '2026-11-25' },
  ],
  [
    'Rosa Campos preguntó por precios',
    { who: 'Rosa Campos', what: 'information-requested', note: 'preguntó por precios' },
  ],
  ['Cita con el señor Prado el viernes pasado', { who: '_ Prado', what: 'meeting-held', when: '2026-11-20' }],
  [
    'Mensaje de Óscar León: quiere cambiar la fecha',
    { who: 'Óscar León', what: 'new Text message received ? replied ? live-chat', note: 'quiere cambiar la fecha' },
  ],
  ['Julia Navas se dio de baja', { who: 'Julia Navas', what: 'unsubscribed' }],
  [
    'Recomendado por Ana Prieto: Luis Cano, 600 987 654',
    {
      who: 'Luis Cano 600 987 654',
      what: 'referral-received',
      note: 'Recomendado por Ana Prieto',
      channel: 'Referral',
    },
  ],
  [
    'Miguel Ortega llamó esta mañana, quiere muestras, enviar mañana',
    {
      who: 'Miguel Ortega',
      what: 'inbound-call',
      when: '2026-11-26',
      note: 'quiere muestras',
      next: 'enviar | 2026-11-27',
    },
  ],
  ['Enviado correo a Sara Blanco con el catálogo', { who: 'Sara Blanco', what: 'email-sent', note: 'con el catálogo' }],
  [
    'Visité a Talleres Gómez S.L. el 20 de noviembre',
    { who: '@ Talleres Gómez S.L.', what: 'meeting-held', when: '2026-11-20' },
  ],
  [
    'No contesta Laura Reyes, insistir el viernes',
    { who: 'Laura Reyes', what: 'call-made', note: 'No contesta', next: 'insistir | 2026-11-27' },
  ],
];

describe.each([
  ['French', french, inFrench],
  ['Spanish', spanish, inSpanish],
] as const)('a line in %s', (_, home, lines) => {
  it.each(lines)('%s', (line, expected) => {
    expect(said(line, home)).toEqual(expected);
  });
});
