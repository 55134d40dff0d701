import { type CityFilePlan, cityFileWriter } from '../../../../shared/domain/equity/files/city-file.ts';
import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';

/** The file of an ascending sequence, chunk by chunk. @throws EquityError as `cityFileWriter` does. */
export function* encodeCityFile(plan: CityFilePlan, ascending: Iterable<Amount>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const writer = cityFileWriter(plan, (chunk) => ready.push(chunk));
  for (const amount of ascending) {
    writer.add(amount);
    if (ready.length > 0) yield* ready.splice(0);
  }
  writer.end();
  yield* ready;
}
