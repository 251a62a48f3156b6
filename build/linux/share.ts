// What tells a Linux desktop of Ripen: menu entry, icons, and the type of a workspace file, as they stand below share/.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linuxSizes } from '../icons/containers.ts';
import { drawings, iconFile } from '../icons/drawings.ts';

/** The type of a workspace file; not registered, hence the x. */
export const mimeType = 'application/x-ripen';
/** Icons of file types are named after the type. */
const typeIcon = mimeType.replace('/', '-');

const oneLine = 'Leads, receipts and the weekly meeting, in one file on your own computer';

/** The menu entry. %f: the file that was double-clicked. */
export const desktopEntry = (exec: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ripen',
    'GenericName=Leads and scoring',
    `Comment=${oneLine}`,
    `Exec=${exec} %f`,
    'Icon=ripen',
    'Terminal=false',
    'StartupNotify=true',
    'StartupWMClass=Ripen',
    'Categories=Office;ContactManagement;',
    'Keywords=CRM;leads;sales;marketing;funnel;',
    `MimeType=${mimeType};`,
    '',
  ].join('\n');

const mimePackage = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${mimeType}">
    <comment>Ripen workspace</comment>
    <icon name="${typeIcon}"/>
    <glob pattern="*.ripen"/>
  </mime-type>
</mime-info>
`;

/** Path below share/ and text or picture of every file in it. */
function shareFiles(exec: string): readonly (readonly [path: string, from: { text: string } | { file: string }])[] {
  const icons = (kind: 'app' | 'file', context: string, name: string) => [
    ...linuxSizes.map(size => {
      const edge = `${size}x${size}`;
      return [`icons/hicolor/${edge}/${context}/${name}.png`, { file: iconFile(kind, `${edge}.png`) }] as const;
    }),
    [`icons/hicolor/scalable/${context}/${name}.svg`, { file: drawings[kind] }] as const,
  ];
  return [
    ['applications/ripen.desktop', { text: desktopEntry(exec) }],
    ['mime/packages/ripen.xml', { text: mimePackage }],
    ...icons('app', 'apps', 'ripen'),
    ...icons('file', 'mimetypes', typeIcon),
  ];
}

/** Writes all of it below a folder; `exec` is how the menu starts Ripen. */
export async function writeShare(folder: string, exec: string): Promise<void> {
  for (const [path, from] of shareFiles(exec)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    if ('text' in from) await writeFile(target, from.text, { mode: 0o644 });
    else await copyFile(from.file, target);
  }
}
