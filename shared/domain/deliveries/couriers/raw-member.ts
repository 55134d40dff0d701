const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const opens = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const closes = (byte: number): boolean => byte === 0x7d || byte === 0x5d;
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

const trimmed = (raw: Uint8Array, from: number, to: number): Uint8Array => {
  let [first, last] = [from, to];
  while (first < last && isSpace(raw[first])) first += 1;
  while (last > first && isSpace(raw[last - 1])) last -= 1;
  return raw.subarray(first, last);
};

/** Whether a text of JSON, quotes and all, is this name: `d\\u0061ta` is `data` to whoever reads it after us. */
const spells = (quoted: Uint8Array, name: string): boolean => {
  try {
    return JSON.parse(Buffer.from(quoted).toString('utf8')) === name;
  } catch {
    // It is no text, and nobody reads the object either.
    return false;
  }
};

/**
 * The bytes of one member of a JSON object as they came, found without reading the object: what was signed are these bytes,
 * and whoever parses and writes them again signs others. Undefined where the member is not there, or is there twice, in
 * whatever spelling.
 */
export const rawMember = (raw: Uint8Array, name: string): Uint8Array | undefined => {
  const found: Uint8Array[] = [];
  let [depth, quoteAt, key, from]: [number, number, boolean, number] = [0, -1, false, -1];
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] as number;
    if (quoteAt >= 0) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) {
        // A text before a colon, right inside the object, is a name.
        if (depth === 1 && from < 0) key = spells(raw.subarray(quoteAt, at + 1), name);
        quoteAt = -1;
      }
    } else if (byte === QUOTE) quoteAt = at;
    else if (depth === 1 && byte === COLON && from < 0) from = at + 1;
    else if (depth === 1 && from >= 0 && (byte === COMMA || closes(byte))) {
      if (key) found.push(trimmed(raw, from, at));
      [from, key] = [-1, false];
      if (closes(byte)) depth -= 1;
    } else if (opens(byte)) depth += 1;
    else if (closes(byte)) depth -= 1;
  }
  return found.length === 1 ? found[0] : undefined;
};
