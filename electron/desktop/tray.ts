// The tray: where Ripen stays when its window is closed, if the owner has asked for it.
import { Menu, nativeImage, Tray } from 'electron';

export type TrayKeeper = {
  readonly keep: (on: boolean) => void;
  /** Whether closing the window leaves Ripen in the tray. */
  readonly isOn: () => boolean;
};

export type TrayOptions = {
  /** Path of the picture. */
  readonly icon: string;
  readonly open: () => void;
  readonly quit: () => void;
};

/** Pixels: menu bars of macOS are lower than task bars. */
const size = process.platform === 'darwin' ? 18 : 24;

export function createTray({ icon, open, quit }: TrayOptions): TrayKeeper {
  let tray: Tray | null = null;
  const make = (): Tray => {
    const made = new Tray(nativeImage.createFromPath(icon).resize({ width: size, height: size }));
    made.setToolTip('Ripen');
    made.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open Ripen', click: open },
        { type: 'separator' },
        { label: 'Quit', click: quit },
      ]),
    );
    made.on('click', open);
    return made;
  };
  return {
    keep: on => {
      if (on) tray ??= make();
      else {
        tray?.destroy();
        tray = null;
      }
    },
    isOn: () => tray !== null,
  };
}
