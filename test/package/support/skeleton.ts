// An Electron of other systems in outline: the files that electron-builder looks for, with a fuse wire to flip, and nothing that runs.
import { appendFile, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What marks the wire in Electron's binary, its version, its length, and nine fuses as Electron ships them. */
const wire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

/** A program for Windows, of any kind. */
const someExe = () =>
  join(dirname(createRequire(import.meta.url).resolve('electron-winstaller/package.json')), 'vendor', '7z-x64.exe');

/** A folder that stands for the unpacked Electron of Windows. */
export async function windowsSkeleton(folder: string): Promise<string> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  for (const locale of ['en-US', 'de']) await writeFile(join(folder, 'locales', `${locale}.pak`), '');
  await copyFile(someExe(), join(folder, 'electron.exe'));
  await appendFile(join(folder, 'electron.exe'), wire);
  return folder;
}

/** A folder that stands for the unpacked Electron of macOS. */
export async function macSkeleton(folder: string): Promise<string> {
  const contents = join(folder, 'Electron.app', 'Contents');
  const framework = join(contents, 'Frameworks', 'Electron Framework.framework');
  await mkdir(join(framework, 'Versions', 'A', 'Resources', 'en.lproj'), { recursive: true });
  await mkdir(join(contents, 'Resources', 'en.lproj'), { recursive: true });
  // A folder without a file is not copied.
  for (const resources of [join(framework, 'Versions', 'A', 'Resources'), join(contents, 'Resources')]) {
    await writeFile(join(resources, 'en.lproj', 'locale.pak'), '');
  }
  await writeFile(join(framework, 'Electron Framework'), wire);
  for (const name of ['Electron', 'Electron Helper', 'Electron Helper (GPU)', 'Electron Helper (Renderer)']) {
    const app = name === 'Electron' ? contents : join(contents, 'Frameworks', `${name}.app`, 'Contents');
    await mkdir(join(app, 'MacOS'), { recursive: true });
    await writeFile(join(app, 'MacOS', name), '');
    await writeFile(join(app, 'Info.plist'), plist(name));
  }
  return folder;
}

const plist = (name: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>
`;
