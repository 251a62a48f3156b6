// Files of a lead: how much may be kept in the workspace, and which are never opened.

/** Bytes of one file, and of all together, that are kept in the workspace; larger files are kept by where they lie. */
export const mostBytesOfFile = 10_000_000;
export const mostBytesOfFiles = 200_000_000;
/** Files added at once. */
export const mostFilesAtOnce = 20;

/** What a system runs, installs or hands to an interpreter when it is opened. */
const refused = new Set(
  (
    'ade adp apk app appimage appref-ms appx bas bat bin cab chm cmd com command cpl crx csh deb desktop dll dmg docm dotm elf exe ' +
    'fxp gadget hta hlp html htm img inf ins iso isp jar jnlp js jse ksh library-ms lnk mad maf mag mam maq mar mas mat mau mav maw ' +
    'mda mdb mde mdt mdw mdz mht mhtml mjs msc msh msi msix msp mst ops osd out pcd php pif pkg pl plg potm ppam ppsm pptm prf ps1 ' +
    'psc1 psd1 psm1 py pyc pyw pyz rb reg rpm run scf scpt scptd scr sct search-ms settingcontent-ms sh shb shs shtml sldm sys ' +
    'terminal theme tmp url vb vba vbe vbs vbscript vhd vhdx vxd wasm webloc website ws wsc wsf wsh xbap xhtml xla xlam xll xlsm ' +
    'xltm xnk zsh'
  ).split(' '),
);

/** Letters that hide what a name ends in: control characters, and those that turn the direction of writing. */
const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A name as it is shown and written: without hidden letters and what a disk takes for a folder or a stream. */
export function plainFileName(name: string): string {
  const plain = name
    .replace(hidden, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(-200);
  return plain === '' ? 'file' : plain;
}

const endingOf = (name: string): string => /\.([^.]+)$/.exec(plainFileName(name))?.[1]?.trim().toLowerCase() ?? '';

/** Whether Ripen may hand a file of this name to the system. Without an ending nothing tells what it would do. */
export function mayOpenFile(name: string): boolean {
  const ending = endingOf(name);
  return ending !== '' && !refused.has(ending);
}

/** "820 bytes", "12 KB", "3.4 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 9_950_000 ? 1 : 0)} MB`;
}
