/** One field of a QR: two digits of tag, two of length, and so many characters (never bytes) of value. */
export type Field = { readonly tag: string; readonly value: string };

/** Where the fields stop making sense, in words; `at` counts characters from 0. */
export type Fields = { readonly fields: readonly Field[]; readonly broken: string | null };

/**
 * Reads fields one behind the other until the text ends or stops making sense. Looking for a tag by its digits would
 * find it inside a value; only reading along the lengths tells what is a tag.
 */
export const readFields = (text: string): Fields => {
  const characters = Array.from(text);
  const fields: Field[] = [];
  for (let at = 0; at < characters.length; ) {
    const head = characters.slice(at, at + 4).join('');
    if (!/^\d{4}$/.test(head)) return { fields, broken: `Susunan kode rusak di huruf ke-${at + 1}.` };
    const [tag, length] = [head.slice(0, 2), Number(head.slice(2))];
    const value = characters.slice(at + 4, at + 4 + length);
    if (length === 0) return { fields, broken: `Bagian ${tag} kosong.` };
    if (value.length < length)
      return { fields, broken: `Kode terpotong: bagian ${tag} menyebut ${length} huruf, hanya ada ${value.length}.` };
    fields.push({ tag, value: value.join('') });
    at += 4 + length;
  }
  return { fields, broken: null };
};

/** The first value of a tag. */
export const valueIn = (fields: readonly Field[], tag: string): string | undefined =>
  fields.find((field) => field.tag === tag)?.value;
