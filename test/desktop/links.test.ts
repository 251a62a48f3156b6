// What may be handed to the system when somebody clicks an address out of a spreadsheet.
import { describe, expect, it } from 'vitest';
import { safeLink } from '../../electron/desktop/links.ts';

describe('an address', () => {
  it.each(['mailto:ada@mill.example', 'tel:+49301234567', 'https://mill.example/prices?for=two'])(
    '%s may be opened',
    link => expect(safeLink(link)).toBe(link),
  );

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id PCWDiagnostic',
    'smb://server/share',
    '\\\\server\\share',
    '//server/share',
    ' https://mill.example',
    'https://mill.example\n',
    'https://ada:secret@mill.example',
    'http://mill.example',
    'data:text/html,x',
    'vbscript:x',
    'mailto:ada@mill.example?attach=/etc/passwd',
    'mailto:ada@mill.example?subject=x&attachment=c:/x',
    'https:',
    '',
    `https://mill.example/${'a'.repeat(3000)}`,
    'https://mill.example/\u202Egpj.exe',
  ])('%s may not', link => expect(safeLink(link)).toBeNull());
});
