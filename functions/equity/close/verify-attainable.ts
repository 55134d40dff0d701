import { ATTAINABLE_DEFINITION } from '../../../shared/domain/equity/attainable/attainable.ts';
import { attainableOf } from '../../../shared/domain/equity/attainable/attainable-of.ts';
import { AttainableInputs } from '../../../shared/domain/equity/attainable/inputs.ts';
import { getAttainable } from '../../../shared/table/equity/attainables.ts';
import type { Files } from '../../files.ts';
import { getPacked } from '../../reads/packed-files.ts';
import type { World } from '../../world.ts';
import { type Difference, differencesOf } from './differences.ts';

export type AttainableVerdict =
  | { readonly verdict: 'none' }
  | { readonly verdict: 'match' }
  | { readonly verdict: 'differs'; readonly differences: readonly Difference[] }
  | { readonly verdict: 'impossible'; readonly why: string };

/** Computes what could have been attained in a month again from what was kept of it. Provinces and older months have none. */
export const verifyAttainable = async (
  { table }: Pick<World, 'table'>,
  files: Files,
  { place, month }: { place: string; month: string },
): Promise<AttainableVerdict> => {
  const stored = await getAttainable(table, place, month);
  if (!stored?.inputs) return { verdict: 'none' };
  const { inputs, takenAt, definition } = stored;
  if (definition !== ATTAINABLE_DEFINITION)
    return { verdict: 'impossible', why: `dihitung menurut ${definition}, kode ini menurut ${ATTAINABLE_DEFINITION}` };
  const kept = await getPacked(files, inputs.key).catch(() => undefined);
  if (kept === undefined) return { verdict: 'impossible', why: `berkas masukan ${inputs.key} tidak ada atau rusak` };
  const again = attainableOf(AttainableInputs.parse(kept), { inputs, takenAt });
  const differences = differencesOf(JSON.parse(JSON.stringify(stored)), JSON.parse(JSON.stringify(again)));
  return differences.length === 0 ? { verdict: 'match' } : { verdict: 'differs', differences };
};
