import { addMonths, monthOf } from '../../../../shared/domain/basics/month.ts';
import type { PaperKind } from '../../../../shared/domain/papers/paper-kinds.ts';
import { chanceOf } from '../chance.ts';
import type { Office, Scene } from '../city.ts';
import { type Move, type Placed, soonAfter } from '../orders/moves.ts';

/** The offices make their papers here since so many months; before, they wrote them by hand. */
const MONTHS = 1;

/**
 * The papers an office makes, each when what it tells has happened. Not every office makes each at once: what is left out
 * stands on the order's list with who has to make it.
 */
export const paperMoves = (
  { span, city }: Scene,
  { order, name, office }: Placed & { readonly office: Office },
  moves: readonly Move[],
): Move[] => {
  if (monthOf(order.placedAt, city.zone) < addMonths(span.running, -MONTHS)) return [];
  const chance = chanceOf('papers', name);
  const after = (step: Move['step'], minutes: number, by: string, kinds: readonly PaperKind[], often = 1): Move[] => {
    const move = moves.findLast((one) => one.step === step);
    if (!move) return [];
    return kinds
      .filter(() => chance.happens(often))
      .map((kind, at) => ({
        step: 'papers/{kind}',
        by,
        params: { kind },
        ...soonAfter(move, minutes + 3 * at),
      }));
  };
  const ends = moves.some(({ step }) => step === 'payment/record');
  return [
    ...after('approve', 3, office.buyer, ['surat-pesanan']),
    ...(ends ? after('receive', 20, office.buyer, ['nota', 'bast'], 0.9) : []),
    ...after('payment/record', 12, office.treasurer, ['bukti-bayar', 'pajak'], 0.9),
    ...(ends ? after('payment/confirm', 30, office.buyer, ['kuitansi'], 0.85) : []),
  ];
};
