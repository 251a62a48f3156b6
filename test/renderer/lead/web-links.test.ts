// What becomes of the addresses of web pages that people and spreadsheets write.
import { describe, expect, it } from 'vitest';
import { webLink } from '../../../renderer/screens/lead/web-links.ts';

describe('the address of a page', () => {
  it.each([
    ['mill.example', 'https://mill.example'],
    ['http://www.mill.example/prices?for=two', 'https://www.mill.example/prices?for=two'],
    ['HTTPS://mill.example', 'https://mill.example'],
    ['//mühle.example', 'https://mühle.example'],
    ['linkedin.com/in/ada', 'https://linkedin.com/in/ada'],
  ])('%s opens as %s', (text, link) => expect(webLink(text)).toBe(link));

  it.each([null, '', 'none', 'javascript:alert(1)', 'file:///etc/passwd', 'ada@mill.example', 'two words.example'])(
    '%s does not open',
    text => expect(webLink(text)).toBeNull(),
  );
});
