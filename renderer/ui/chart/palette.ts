// Colors of tokens.css for a canvas, which knows no custom properties: resolved for light or dark, as rgb.

export type Scheme = 'light' | 'dark';
/** The color of a token, such as "accent", as "rgb(40 70 120)". */
export type Ink = (token: string) => string;

const known: Record<Scheme, Map<string, string>> = { light: new Map(), dark: new Map() };

/** Pictures and paper are always light, whatever the window is. */
export function inkOf(scheme: Scheme): Ink {
  return token => {
    const before = known[scheme].get(token);
    if (before !== undefined) return before;
    const color = asRgb(resolved(token, scheme));
    known[scheme].set(token, color);
    return color;
  };
}

function resolved(token: string, scheme: Scheme): string {
  const probe = document.createElement('span');
  probe.style.colorScheme = scheme;
  probe.style.color = `var(--${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Chart.js reads rgb and hex, not oklch: painted once and read back. */
function asRgb(color: string): string {
  const pen = smallCanvas(1).getContext('2d', { willReadFrequently: true });
  if (!pen) return color;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

function smallCanvas(size: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  return canvas;
}

/** Slanted lines of a color, for what can still change and for telling series apart without color. */
export function hatch(color: string, ground: string): CanvasPattern | string {
  const size = 8;
  const canvas = smallCanvas(size);
  const pen = canvas.getContext('2d');
  if (!pen) return color;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = color;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const from of [-size, 0, size]) {
    pen.moveTo(from - 1, size + 1);
    pen.lineTo(from + size + 1, -1);
  }
  pen.stroke();
  return pen.createPattern(canvas, 'repeat') ?? color;
}
