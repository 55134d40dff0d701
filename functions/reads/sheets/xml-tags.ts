/** One tag and the text after it: read once from front to back, so its time grows with the file and no faster. */
const TAG = /<(\/?)(?:\w{1,20}:)?(\w{1,40})([^<>]*)>([^<]*)/g;
/** A tag with its text: a cell of a spreadsheet holds 32,767 letters at most. */
const MOST_LETTERS = 100_000;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it is meant. Nobody's own entities are known, so none grows. */
export const plainText = (xml: string): string =>
  xml.includes('&')
    ? xml.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return entities[name] ?? whole;
        const code = Number(name[1] === 'x' || name[1] === 'X' ? `0x${name.slice(2)}` : name.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : xml;

export type Tag = {
  readonly name: string;
  readonly closes: boolean;
  /** It has nothing within it, and no closing tag. */
  readonly alone: boolean;
  readonly attributes: string;
  readonly after: string;
};
function* tagsIn(xml: string): Generator<Tag> {
  for (const [, close, name = '', attributes = '', after = ''] of xml.matchAll(TAG))
    yield { name, closes: close === '/', alone: attributes.endsWith('/'), attributes, after };
}

/**
 * Tags of a document that comes in pieces, each piece's as soon as it is there: nothing but one unfinished tag is held.
 * @throws RangeError where a tag has no end, Error where the document defines what its words mean, which no spreadsheet does
 */
export async function* xmlTags(pieces: AsyncIterable<string>): AsyncGenerator<Iterable<Tag>> {
  let rest = '';
  for await (const piece of pieces) {
    const whole = rest + piece;
    if (whole.includes('<!DOCTYPE')) throw new Error('a document with a type of its own');
    const last = whole.lastIndexOf('<');
    // The last tag's text may go on in the next piece.
    rest = last < 0 ? whole : whole.slice(last);
    if (rest.length > MOST_LETTERS) throw new RangeError(`${rest.length} letters`);
    if (last > 0) yield tagsIn(whole.slice(0, last));
  }
  yield tagsIn(rest);
}
