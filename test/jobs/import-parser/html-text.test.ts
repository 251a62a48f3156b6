// The words of an HTML message, with the line ends that a reader sees.
import { expect, test } from 'vitest';
import { htmlText } from '../../../electron/jobs/import-parser/html-text.ts';

test.each([
  ['a<br>b', 'a\nb'],
  ['a<br/>\n<br>b', 'a\n\nb'],
  ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
  ['<p>a<br></p><p>b</p>', 'a\nb'],
  [
    '<table><tr><td>Phone</td><td>+44 20 7946 0999</td></tr><tr><th>Fax</th><td>-</td></tr></table>',
    'Phone\t+44 20 7946 0999\nFax\t-',
  ],
  ['<table><tr><td><table><tr><td><p>a</p></td></tr></table></td></tr></table><p>b</p>', 'a\nb'],
  ['<blockquote><table><tr><td>a</td><td>b</td></tr></table></blockquote>c', '> a\tb\nc'],
])('%s', (html, text) => {
  expect(htmlText(html)).toBe(text);
});
