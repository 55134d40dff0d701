import { createHash } from 'node:crypto';
import type { CitySource } from '../../../shared/domain/equity/files/merge-cities.ts';
import { decodeCityFile } from '../../../shared/domain/equity/files/read-city-file.ts';
import { EquityError } from '../../../shared/domain/equity/measures/equity-error.ts';
import type { Files } from '../../files.ts';

/**
 * One source for every city of the place, whether or not it has a file: a missing one must be named. A file that is
 * sound but not the one its snapshot names, such as an earlier revision's, would make figures that contradict their
 * counts: it is refused like a broken one.
 */
export const sourcesOf = (
  files: Files,
  cities: readonly string[],
  named: ReadonlyMap<string, { key: string; sha256: string } | undefined>,
): CitySource[] =>
  cities.map((cityCode) => ({
    cityCode,
    open: async () => {
      const file = named.get(cityCode);
      const bytes = file && (await files.get(file.key));
      if (!file || !bytes) return undefined;
      if (createHash('sha256').update(bytes).digest('hex') === file.sha256) return [bytes];
      // What is broken in itself is told by its own name: let the reader find it.
      for (const _ of decodeCityFile(bytes).amounts);
      throw new EquityError('CityFileMisplaced', `${file.key} is not the file its snapshot names`);
    },
  }));
