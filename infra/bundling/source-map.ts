type SourceMap = { sources: string[]; mappings: string; names: string[]; [other: string]: unknown };

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const decode = (segment: string): number[] => {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = DIGITS.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
};

const encode = (numbers: readonly number[]): string =>
  numbers
    .map((number) => {
      let rest = number < 0 ? (-number << 1) | 1 : number << 1;
      let text = '';
      do {
        text += DIGITS[(rest & 31) | (rest > 31 ? 32 : 0)];
        rest >>= 5;
      } while (rest > 0);
      return text;
    })
    .join('');

/**
 * A source map that knows only our own files. Nine tenths of a whole one describe libraries; without them a stack still
 * names our file and line, and the first fault is told a few milliseconds sooner.
 */
export const ownSourcesOnly = (map: SourceMap): SourceMap => {
  const kept = map.sources.map((source) => !source.includes('node_modules/'));
  const place = kept.map((own, index) => (own ? kept.slice(0, index).filter(Boolean).length : -1));
  let [source, line, column] = [0, 0, 0];
  let [toSource, toLine, toColumn] = [0, 0, 0];
  const mappings = map.mappings.split(';').map((row) => {
    let [at, written, wasOwn] = [0, 0, false];
    const segments: string[] = [];
    for (const segment of row === '' ? [] : row.split(',')) {
      const [move = 0, bySource, byLine = 0, byColumn = 0] = decode(segment);
      at += move;
      if (bySource === undefined) continue;
      source += bySource;
      line += byLine;
      column += byColumn;
      const own = place[source] ?? -1;
      // The first place that is not ours ends ours; the following ones say nothing more.
      if (own < 0 && !wasOwn) continue;
      segments.push(
        own < 0 ? encode([at - written]) : encode([at - written, own - toSource, line - toLine, column - toColumn]),
      );
      if (own >= 0) [toSource, toLine, toColumn] = [own, line, column];
      written = at;
      wasOwn = own >= 0;
    }
    return segments.join(',');
  });
  return { ...map, sources: map.sources.filter((_, index) => kept[index]), names: [], mappings: mappings.join(';') };
};
