// Encodings text files come in, and decoders for them that read a file piece by piece.

/** Offered in the picker; ids are TextDecoder labels but for the two of DOS. */
export const encodings: readonly { readonly id: string; readonly label: string }[] = [
  { id: 'utf-8', label: 'Unicode (UTF-8)' },
  { id: 'utf-16le', label: 'Unicode (UTF-16)' },
  { id: 'utf-16be', label: 'Unicode (UTF-16, big endian)' },
  { id: 'windows-1252', label: 'Western European (Windows)' },
  { id: 'windows-1250', label: 'Central European (Windows)' },
  { id: 'windows-1251', label: 'Cyrillic (Windows)' },
  { id: 'windows-1253', label: 'Greek (Windows)' },
  { id: 'windows-1254', label: 'Turkish (Windows)' },
  { id: 'windows-1255', label: 'Hebrew (Windows)' },
  { id: 'windows-1256', label: 'Arabic (Windows)' },
  { id: 'windows-1257', label: 'Baltic (Windows)' },
  { id: 'windows-1258', label: 'Vietnamese (Windows)' },
  { id: 'macintosh', label: 'Western European (Mac)' },
  { id: 'iso-8859-2', label: 'Central European (ISO)' },
  { id: 'iso-8859-15', label: 'Western European (ISO)' },
  { id: 'cp850', label: 'Western European (DOS)' },
  { id: 'koi8-r', label: 'Cyrillic (KOI8)' },
  { id: 'ibm866', label: 'Cyrillic (DOS)' },
  { id: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { id: 'euc-jp', label: 'Japanese (EUC)' },
  { id: 'gb18030', label: 'Chinese (GB18030)' },
  { id: 'big5', label: 'Chinese (Big5)' },
  { id: 'euc-kr', label: 'Korean (EUC)' },
  { id: 'windows-874', label: 'Thai (Windows)' },
];

/** 0x80 to 0x9F of windows-1252 (WHATWG). Some Node releases decode this page as Latin-1, with controls in their place. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const dos850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Decodes pieces in order; `last` closes a character that was cut. Bytes that are none become U+FFFD. */
export type Decode = (bytes: Uint8Array, last: boolean) => string;

/** What people call an encoding; null where none is given. */
export const encodingLabel = (id: string | undefined): string | null =>
  id === undefined ? null : (encodings.find(one => one.id === id)?.label ?? id);

/** A decoder for one of `encodings`; throws RangeError on another name. */
export function decoderOf(id: string): Decode {
  if (id === 'cp850')
    return bytes => latin1(bytes).replace(/[\u0080-\u00ff]/g, high => dos850[high.charCodeAt(0) - 128] ?? high);
  const decoder = new TextDecoder(id);
  const decode: Decode = (bytes, last) => decoder.decode(bytes, { stream: !last });
  if (id !== 'windows-1252') return decode;
  return (bytes, last) => decode(bytes, last).replace(/[\u0080-\u009f]/g, high => c1[high.charCodeAt(0) - 128] ?? high);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
