import { count } from '../../../shared/domain/basics/wording.ts';
import type { NewAllocation } from '../../../shared/domain/ranking/split/allocation.ts';
import { proposeSplit, type SplitProposal } from '../../../shared/domain/ranking/split/propose-split.ts';
import { SplitNotPossible } from '../../../shared/domain/ranking/split/split.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Drawn } from '../../reads/lists/decide.ts';

export const notPossible = (sentence: string, detail: string): Problem =>
  new Problem('split_not_possible', sentence, [{ pointer: '/quantity', detail }]);

export const split = (
  { input, decision }: Drawn,
  policy: typeof input.policy,
  wanted: NewAllocation,
  sold: ReadonlyMap<string, number>,
): SplitProposal => {
  const { lots: _, ...request } = input.request;
  try {
    return proposeSplit({ ...input, policy, request, dayKey: input.dayKey }, wanted.lots, sold);
  } catch (error) {
    if (!(error instanceof SplitNotPossible)) throw error;
    // The list holds who can bring a share: where nobody can, how many others could bring is not known.
    if (decision.above === 0)
      throw notPossible(
        `Belum ada UMKM yang mampu ${count(Math.ceil(wanted.quantity / policy.maxSuppliers))}, bagian terkecil dari ${count(wanted.quantity)}, pada hari itu.`,
        'Kurangi jumlahnya, atau pilih hari atau kecamatan lain.',
      );
    throw notPossible(
      `Untuk hari itu ${policy.maxSuppliers} UMKM bersama mampu ${count(error.servableUnits)} dari ${count(wanted.quantity)}. Kurangi jumlahnya atau pilih hari lain.`,
      `Paling banyak ${count(error.servableUnits)}, dari ${decision.above} UMKM yang bisa mengantar hari itu.`,
    );
  }
};
