// Which app:// addresses are ours: row 18 of Electron's security list.
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetFile, assetHeaders, contentSecurityPolicy } from '../../electron/desktop/assets.ts';

const folder = resolve('/opt/ripen/renderer');

describe('assetFile', () => {
  it('finds the page and what belongs to it', () => {
    expect(assetFile(folder, 'app://ripen/')).toBe(`${folder}/index.html`);
    expect(assetFile(folder, 'app://ripen/assets/a-1.js?v=2#x')).toBe(`${folder}/assets/a-1.js`);
  });

  it.each([
    'app://ripen/../../etc/passwd',
    'app://ripen/%2e%2e/%2e%2e/etc/passwd',
    'app://ripen/..%2f..%2fetc%2fpasswd',
    'app://ripen/..%5c..%5cetc',
    'app://ripen/a%00.js',
    'app://ripen/c:%2fwindows',
    'app://ripen/%E0%A4%A',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://ripen/index.html',
    'not an address',
  ])('refuses or contains %s', address => {
    const file = assetFile(folder, address);
    expect(file === undefined || file.startsWith(`${folder}/`)).toBe(true);
    expect(file).not.toBe('/etc/passwd');
  });

  it('never leads out of its folder, whatever the address', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '.', '%00', '~')), parts => {
        const file = assetFile(folder, `app://ripen/${parts.join('')}`);
        expect(file === undefined || file.startsWith(`${folder}/`)).toBe(true);
      }),
    );
  });
});

describe('assetHeaders', () => {
  it('puts the policy on every answer and serves no kind of file it does not know', () => {
    expect(assetHeaders('/x/a.js')).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    });
    expect(assetHeaders('/x/a.node')).toBeUndefined();
    expect(assetHeaders('/x/passwd')).toBeUndefined();
  });

  it('has a policy without exceptions', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});
