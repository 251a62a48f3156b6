// Certificates of the tests, made by openssl: an authority of our own, and what it signs.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Certificate = { readonly certificate: string; readonly key: string };
export type Authority = { readonly ca: string; readonly sign: (names: string) => Certificate };

/** Makes an authority in a folder. `sign`: for names such as "DNS:localhost,IP:127.0.0.1". */
export function anAuthority(folder: string): Authority {
  const openssl = (...args: readonly string[]): Buffer => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const [newKey, days] = [
    ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ['-days', '3650'],
  ];
  openssl('req', '-x509', ...newKey, ...days, '-subj', '/CN=Provider', '-keyout', 'ca.key', '-out', 'ca.pem');
  return {
    ca: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    sign: names => {
      openssl('req', ...newKey, '-subj', '/CN=server', '-keyout', 'server.key', '-out', 'server.csr');
      writeFileSync(join(folder, 'names'), `subjectAltName=${names}`);
      const ca = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
      openssl('x509', '-req', '-in', 'server.csr', ...ca, ...days, '-out', 'server.pem');
      const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
      return { certificate: read('server.pem'), key: read('server.key') };
    },
  };
}
