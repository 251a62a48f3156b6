// Encodings are found by what the text looks like, and one accent far down is enough.
import { describe, expect, test } from 'vitest';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { encode } from './encodings.ts';
import { preview } from './support.ts';

const source = (bytes: Uint8Array): ImportSource => ({ kind: 'bytes', name: 'list.csv', bytes });
const list = (header: string, ...rows: readonly string[]) => `${header}\r\n${rows.join('\r\n')}\r\n`;

const western = list(
  'Name;Firma;Ort',
  'Jürgen Groß;Bäckerei Müller;Köln',
  'André Lefèvre;Café à côté;Orléans',
  'Jesús Muñoz;Peñas Niño;Cádiz',
);
const lists: readonly (readonly [string, string, string])[] = [
  ['windows-1252', 'de-DE', `${western}Zoë;Zoë’s “Shop” – 5 €;Ghent\r\n`],
  ['macintosh', 'en-US', western],
  ['cp850', 'de-DE', western],
  [
    'windows-1250',
    'pl-PL',
    list(
      'Imię;Nazwisko;Miasto',
      'Łukasz;Wiśniewski;Łódź',
      'Żaneta;Dąbrowska;Gdańsk',
      'Paweł;Wójcik;Kraków',
      'Jiří;Dvořák;Plzeň',
    ),
  ],
  [
    'windows-1251',
    'ru-RU',
    list('Имя;Фамилия;Город', 'Иван;Петров;Москва', 'Ольга;Смирнова;Нижний Новгород', 'Сергей;Кузнецов;Казань'),
  ],
  [
    'koi8-r',
    'en-GB',
    list('Имя;Фамилия;Город', 'Иван;Петров;Москва', 'Ольга;Смирнова;Нижний Новгород', 'Сергей;Кузнецов;Казань'),
  ],
  [
    'ibm866',
    'en-GB',
    list('Имя;Фамилия;Город', 'Иван;Петров;Москва', 'Ольга;Смирнова;Нижний Новгород', 'Сергей;Кузнецов;Казань'),
  ],
  [
    'windows-1253',
    'el-GR',
    list('Όνομα;Επώνυμο;Πόλη', 'Γιώργος;Παπαδόπουλος;Αθήνα', 'Μαρία;Νικολάου;Θεσσαλονίκη', 'Ελένη;Δημητρίου;Πάτρα'),
  ],
  [
    'windows-1254',
    'tr-TR',
    list('Ad;Soyad;Şehir', 'Ayşe;Yılmaz;İstanbul', 'Çağlar;Öztürk;Eskişehir', 'Gülşah;Doğan;Iğdır'),
  ],
  ['windows-1255', 'he-IL', list('שם;חברה;עיר', 'דוד כהן;בנק לאומי;תל אביב', 'שרה לוי;חברת חשמל;חיפה')],
  ['windows-1256', 'ar-SA', list('الاسم;الشركة;المدينة', 'محمد علي;شركة النور;الرياض', 'فاطمة حسن;مؤسسة الأمل;جدة')],
  [
    'windows-1257',
    'lt-LT',
    list('Vardas;Pavardė;Miestas', 'Žydrūnas;Kazlauskas;Šiauliai', 'Rūta;Petraitė;Panevėžys', 'Jānis;Bērziņš;Rīga'),
  ],
  [
    'shift_jis',
    'ja-JP',
    list(
      '氏名,会社名,市',
      '山田太郎,株式会社テスト,東京',
      '佐藤花子,有限会社サンプル,大阪',
      '鈴木一郎,カタカナ商事,横浜',
    ),
  ],
  [
    'euc-jp',
    'ja-JP',
    list(
      '氏名,会社名,市',
      '山田太郎,株式会社テスト,東京',
      '佐藤花子,有限会社サンプル,大阪',
      '鈴木一郎,カタカナ商事,横浜',
    ),
  ],
  [
    'gb18030',
    'zh-CN',
    list('姓名,公司,城市', '王小明,北京科技有限公司,北京', '李华,上海贸易公司,上海', '张伟,广州市大学,广州'),
  ],
  [
    'big5',
    'zh-TW',
    list('姓名,公司,城市', '王小明,台灣科技有限公司,台北', '李華,國際貿易公司,高雄', '陳大文,台中大學,台中'),
  ],
  [
    'euc-kr',
    'ko-KR',
    list('이름,회사,도시', '김철수,주식회사 테스트,서울', '이영희,한국전자,부산', '박민수,대한무역,대구'),
  ],
  ['windows-874', 'th-TH', list('ชื่อ,บริษัท,เมือง', 'สมชาย ใจดี,บริษัท ทดสอบ จำกัด,กรุงเทพ', 'สมหญิง รักไทย,ร้านอาหาร,เชียงใหม่')],
];

describe('found without being told', () => {
  test.each(lists)('%s', async (encoding, locale, content) => {
    const seen = await preview(source(encode(content, encoding)), {}, { locale, dateOrder: 'dmy', decimal: ',' });
    const cells = [seen.columns.map(column => column.header), ...seen.rows].flat();
    expect(cells.join('|')).toBe(content.trim().replace(/[;,]|\r\n/g, '|'));
  });

  test.each(lists)('the same list as in %s, in Unicode with and without marks', async (_encoding, locale, content) => {
    for (const [id, mark] of [
      ['utf-8', false],
      ['utf-8', true],
      ['utf-16le', true],
      ['utf-16le', false],
      ['utf-16be', true],
      ['utf-16be', false],
    ] as const) {
      const seen = await preview(source(encode(content, id, mark)), {}, { locale, dateOrder: 'dmy', decimal: ',' });
      expect([id, mark, seen.encoding, seen.columns[0]?.header]).toEqual([id, mark, id, content.split(/[;,]/)[0]]);
    }
  });

  test('a page of another country is found where its letters leave no doubt, whatever the locale', async () => {
    for (const [encoding, , content] of lists.filter(([id]) => /125[0136]|shift|gb|kr/.test(id))) {
      const seen = await preview(
        source(encode(content, encoding)),
        {},
        { locale: 'en-US', dateOrder: 'mdy', decimal: '.' },
      );
      expect(seen.rows[0]?.[0]).toBe(content.split('\r\n')[1]?.split(/[;,]/)[0]);
    }
  });
});

/** Code page, the system's locale, and rows that hold few letters beyond ASCII. */
const signs: readonly (readonly [string, string, readonly string[]])[] = [
  ['windows-1252', 'en-GB', ['Dave;£2,300', 'Sue;£450']],
  ['windows-1252', 'en-GB', ['Dave;£2,300 + VAT', 'Sue;3½ days', 'Bob’s Café;20 °C']],
  ['windows-1252', 'en-US', ['Dave;£2,300', 'Sue;tbc']],
  ['windows-1252', 'pl-PL', ['Dave;£2,300', 'Sue;£450']],
  ['windows-1252', 'en-IE', ['Siobhán;€ 1,200', 'Seán;€ 90']],
  ['windows-1252', 'en-JP', ['Ken;¥12000', 'Mari;¥800']],
  ['windows-1252', 'is-IS', ['Guðrún Þórðardóttir;Sauðárkrókur', 'Ýmir Æsisson;Höfn']],
  ['windows-1252', 'es-ES', ['Nuñez;1º de Mayo', 'Begoña;Peña 2ª']],
  ['windows-1250', 'pl-PL', ['Łucja;5 zł', 'Michał;PLN 100']],
  ['windows-1250', 'en-GB', ['Łukasz Żak;Łódź', 'Paweł;Kraków']],
  ['windows-1250', 'hu-HU', ['Erdős Győző;Győr', 'Szűcs Ödön;Pécs']],
  ['windows-1250', 'en-CZ', ['Tomáš Říha;Ústí', 'Žofie;Plzeň']],
  ['windows-1251', 'en-GB', ['Иван;1 200 руб', 'Ольга;№ 5']],
  ['windows-1251', 'en-UA', ['Олена;Київ', 'Ігор;Львів']],
  ['windows-1251', 'bg-BG', ['Иван;лв. 20', 'Мария;София']],
  ['windows-1254', 'tr-TR', ['Ayşe;£20', 'Işık;Iğdır']],
  ['windows-1254', 'en-GB', ['Ayşe Yılmaz;İzmir', 'Doğan;Eskişehir']],
  ['windows-1254', 'en-TR', ['Gülşen;5 TL', 'Ümit;Muğla']],
  ['macintosh', 'en-GB', ['André;£2,300', 'Zoë’s “Shop”;£90']],
  ['macintosh', 'en-GB', ['Dave – builder;£2,300', 'Bob’s;£90']],
  ['macintosh', 'fr-FR', ['François;Orléans', 'Zoé;Besançon']],
  ['cp850', 'en-GB', ['Dave;£2,300', 'Sue;£450']],
];

describe('few signs are enough', () => {
  test.each(signs)('%s in %s: %j', async (encoding, locale, rows) => {
    const content = list('Name;Worth', ...rows);
    const seen = await preview(source(encode(content, encoding)), {}, { locale, dateOrder: 'dmy', decimal: '.' });
    expect(seen.rows.map(cells => cells.join(';'))).toEqual(rows);
  });

  test('the pages usual in the system’s country are offered before the others', async () => {
    const bytes = encode(list('Name;City', 'José;Málaga'), 'windows-1252');
    const offered = async (locale: string) =>
      (await preview(source(bytes), {}, { locale, dateOrder: 'dmy', decimal: '.' })).encodings.map(({ id }) => id);
    for (const [locale, id] of [
      ['en-GB', 'windows-1252'],
      ['en-PL', 'windows-1250'],
      ['de', 'windows-1252'],
      ['cs-CZ', 'windows-1250'],
    ] as const)
      expect((await offered(locale))[0], locale).toBe(id);
    expect((await offered('tr-TR')).indexOf('windows-1254')).toBeLessThan(2);
  });
});

describe('Unicode with a few bytes that are none', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `Jürgen Groß ${i};Köln`);
  test.each([
    ['a row from another program', Buffer.from('José;Málaga\r\n', 'latin1')],
    ['a character cut in half', Buffer.from([0xe2, 0x82, 0x3b, 0x41, 0x0d, 0x0a])],
    ['a lone continuation', Buffer.from([0x41, 0xbf, 0x3b, 0x42, 0x0d, 0x0a])],
  ])('%s', async (_name, bad) => {
    const good = Buffer.from(list('Name;City', ...rows));
    const seen = await preview(source(Buffer.concat([good, bad])), {});
    expect([seen.encoding, seen.rows[0], seen.rowCount]).toEqual(['utf-8', ['Jürgen Groß 0', 'Köln'], 41]);
    expect(seen.problems).toEqual([{ line: 42, message: expect.stringContaining('could not be read') }]);
  });

  test('a page of its own is not taken for broken Unicode', async () => {
    for (const [encoding, locale, content] of lists.filter(([id]) => !id.startsWith('utf'))) {
      const seen = await preview(source(encode(content, encoding)), {}, { locale, dateOrder: 'dmy', decimal: '.' });
      expect(seen.encoding).not.toBe('utf-8');
    }
  });
});

test('one accent in the last of many lines decides', async () => {
  const many = `Name,City\n${'Ann Lee,Berlin\n'.repeat(120_000)}Jürgen,Köln\n`;
  for (const encoding of ['windows-1252', 'utf-8']) {
    const seen = await preview(source(encode(many, encoding)), {});
    expect([seen.encoding, seen.problems]).toEqual([encoding, []]);
  }
});

test('a character cut by the end of a piece is still one character', async () => {
  // One byte more or less puts the umlaut on either side of every border.
  for (const pad of ['', 'x', 'xx', 'xxx']) {
    const name = `${pad}${'ü€😀'.repeat(150_000)}`;
    const seen = await preview(source(encode(`Name,City\nAnn,"${name}"\n`, 'utf-8')), {});
    expect([seen.encoding, seen.problems, seen.rowCount]).toEqual(['utf-8', [], 1]);
  }
});

test('the choice is the owner’s: another encoding is used as told, and a wrong one is said to be wrong', async () => {
  const bytes = encode(western, 'windows-1252');
  expect((await preview(source(bytes), { encoding: 'windows-1251' })).rows[0]?.[0]).not.toBe('Jürgen Groß');
  expect((await preview(source(bytes), { encoding: 'utf-8' })).problems[0]?.message).toContain(
    'could not be read with this encoding',
  );
  expect((await preview(source(bytes), {})).encodings.length).toBeGreaterThan(20);
});
