import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/*
 * Goes into every bundle (infra/bundling/bundle.ts), so that stacks in the log name our files and lines. `--enable-source-maps` does
 * the same, but reads code and map at each start, a tenth of all it takes; here the map is read with the first stack told.
 */

const mapOf = (file: string): SourceMap | undefined => {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    return undefined;
  }
};

let map: SourceMap | undefined;
const placed = (site: NodeJS.CallSite): string => {
  const [told, file, line, column] = [String(site), site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  if (file !== __filename || line === null || column === null) return told;
  map ??= mapOf(file);
  const origin = map?.findOrigin(line, column);
  if (!origin || !('fileName' in origin)) return told;
  return told.replace(`${file}:${line}:${column}`, `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}`);
};

Error.prepareStackTrace = (error, sites) =>
  [Error.prototype.toString.call(error), ...sites.map(placed)].join('\n    at ');
