const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/**
 * JSON without the white space between its parts, byte for byte otherwise. Nothing is parsed, reordered or written again:
 * a number such as 1.00 and a letter such as é stay the bytes that were signed.
 */
export const minifiedJson = (raw: Uint8Array): Uint8Array => {
  const out = new Uint8Array(raw.length);
  let length = 0;
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] as number;
    if (!quoted && isSpace(byte)) continue;
    out[length++] = byte;
    if (quoted && byte === BACKSLASH && at + 1 < raw.length) out[length++] = raw[++at] as number;
    else if (byte === QUOTE) quoted = !quoted;
  }
  return out.subarray(0, length);
};
