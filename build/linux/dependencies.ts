// Debian packages that Ripen needs: what Electron links to, and what opens links and knows file types.

/** Renamed in Debian 13 and Ubuntu 24.04, for dates after 2038. */
const renamed = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libglib2.0-0',
  'libgtk-3-0',
];
const libraries = [
  'libc6',
  'libcairo2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libgcc-s1',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
];
const desktop = ['desktop-file-utils', 'hicolor-icon-theme', 'shared-mime-info', 'xdg-utils'];

export const depends = [...renamed.map(name => `${name}t64 | ${name}`), ...libraries, ...desktop];
/** Loaded when it is there: notifications. */
export const recommends = ['libnotify4'];
