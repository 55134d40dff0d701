import { type Flaw, Problem } from '../../../problem.ts';
import { addDays, type Day } from '../../basics/month.ts';
import { CHOICE_DAYS, type Choice, type ChoiceToken, offeredAs } from '../../ranking/list/choice.ts';
import { rupiahText } from '../../ranking/rule/figures-in-words.ts';
import { sentenceOfReason } from '../../ranking/rule/sentence-below.ts';
import type { Unlisted } from '../../ranking/rule/unlisted.ts';
import { type Allocation, followsProposal } from '../../ranking/split/allocation.ts';
import type { NewOrder, Order } from '../order.ts';
import { type Cart, type SentLine, sentLines } from './cart.ts';

type Offered = { readonly name: string; readonly unit: string; readonly priceRupiah: number };
type Open = (token: string, productId: string) => ChoiceToken | undefined;
type Facts = {
  open: Open;
  today: Day;
  allocation?: Allocation | undefined;
  /** What is ordered, as it is offered now. */
  products: ReadonlyMap<string, Offered>;
  /** What a list would say of products ordered without one, or at another price than in it, by product. */
  unlisted: ReadonlyMap<string, Unlisted>;
};

type Asked = Flaw & { code: 'choice_not_valid' | 'reason_required' };

const reasonFor = (below: string, pointer: string): Asked => ({
  code: 'reason_required',
  pointer: `${pointer}/choice/reason`,
  detail: sentenceOfReason(below),
});

type Recorded = { choice?: Choice; flaw?: Asked };

/**
 * A line as it is judged now: whoever orders past the lists is asked the same reason, and compared with the same reference.
 * Chosen from a list whose offer has changed since, it is recorded with that list and no rank: it never stood there so.
 */
const judgedNow = (
  here: Unlisted | undefined,
  { decisionId, reason, pointer }: { decisionId: string | null; reason: string | undefined; pointer: string },
): Recorded => {
  const { below, referenceRupiah } = here ?? { below: null, referenceRupiah: null };
  if (below === null && referenceRupiah === null && decisionId === null) return {};
  if (below !== null && reason === undefined) return { flaw: reasonFor(below, pointer) };
  return {
    choice: { decisionId, rank: null, below, reason: below === null ? null : (reason ?? null), referenceRupiah },
  };
};

const choiceOf = (
  { productId, choice, pointer }: SentLine,
  { open, today, allocation, products, unlisted }: Facts,
): Recorded => {
  if (choice?.token === undefined) {
    const supplier = allocation?.suppliers.find((one) => one.productId === productId);
    if (!allocation || !supplier)
      return judgedNow(unlisted.get(productId), { decisionId: null, reason: choice?.reason, pointer });
    const { rank, referenceRupiah } = supplier;
    return { choice: { decisionId: allocation.decisionId, rank, below: null, reason: null, referenceRupiah } };
  }
  const token = open(choice.token, productId);
  if (!token || addDays(token.drawnOn, CHOICE_DAYS) < today)
    return {
      flaw: {
        code: 'choice_not_valid',
        pointer: `${pointer}/choice/token`,
        detail: 'Muat ulang daftarnya, lalu pilih.',
      },
    };
  const { decisionId, rank, below, referenceRupiah } = token;
  const product = products.get(productId);
  if (product && offeredAs(product) !== token.offered)
    return judgedNow(unlisted.get(productId), { decisionId, reason: choice.reason, pointer });
  if (below !== null && choice.reason === undefined) return { flaw: reasonFor(below, pointer) };
  return { choice: { decisionId, rank, below, reason: choice.reason ?? null, referenceRupiah } };
};

/**
 * What is recorded of a cart's choices, by product: where each stood in the list it was chosen from, and the reason when
 * it stood below the line. The buyer stays free; only the reason is asked. @throws Problem naming every line to mend
 */
const choicesOf = (cart: Cart, facts: Facts): ReadonlyMap<string, Choice> => {
  const choices = new Map<string, Choice>();
  const flaws: Asked[] = [];
  for (const line of sentLines(cart)) {
    const { choice, flaw } = choiceOf(line, facts);
    if (choice) choices.set(line.productId, choice);
    if (flaw) flaws.push(flaw);
  }
  const [first] = flaws;
  if (!first) return choices;
  const same = flaws.filter(({ code }) => code === first.code).map(({ pointer, detail }) => ({ pointer, detail }));
  if (first.code === 'reason_required')
    throw new Problem('reason_required', 'Pilihan di bawah garis boleh; tulis satu alasannya.', same);
  throw new Problem('choice_not_valid', 'Penanda pilihan tidak berlaku lagi. Muat ulang daftarnya.', same);
};

const withChoices = (orders: readonly Order[], choices: ReadonlyMap<string, Choice>): Order[] =>
  orders.map((order) => ({
    ...order,
    lines: order.lines.map((line) => {
      const choice = choices.get(line.productId);
      return choice ? { ...line, choice } : line;
    }),
  }));

/** Each line of the orders with what is recorded of its choice. @throws Problem naming every line to mend */
export const recordChoices = (orders: readonly Order[], cart: Cart, facts: Facts): Order[] =>
  withChoices(orders, choicesOf(cart, facts));

/** A proposal was made of prices: a supplier who raised one, or offers something else under the name, is not in it. */
const requireAsProposed = (cart: Cart, { suppliers }: Allocation, products: ReadonlyMap<string, Offered>): void => {
  const proposed = new Map(suppliers.map((one) => [one.productId, one]));
  const flaws = sentLines(cart).flatMap(({ productId, pointer }): Flaw[] => {
    const [was, is] = [proposed.get(productId), products.get(productId)];
    if (!was || !is) return [];
    if (is.priceRupiah <= was.priceRupiah && is.name === was.productName && is.unit === was.unit) return [];
    const detail = `Diusulkan ${was.productName} ${rupiahText(was.priceRupiah)} per ${was.unit}; sekarang ${is.name} ${rupiahText(is.priceRupiah)} per ${is.unit}.`;
    return [{ pointer: `${pointer}/productId`, detail }];
  });
  if (flaws.length > 0)
    throw new Problem('price_changed', 'Barang atau harganya berubah sejak diusulkan. Minta usulan baru.', flaws);
};

/**
 * Refuses to follow a proposal that is another office's, was taken already, is changed without a reason, or whose prices
 * were raised since.
 */
export const packageOf = (
  order: NewOrder,
  cart: Cart,
  allocation: Allocation | undefined,
  cityCode: string,
  products: ReadonlyMap<string, Offered>,
): NonNullable<Order['package']> => {
  if (!allocation || allocation.agencyId !== order.agency?.agencyId || allocation.cityCode !== cityCode)
    throw new Problem('allocation_not_found', 'Usulan pembagian ini tidak ditemukan.', [
      { pointer: '/allocationId', detail: 'Tidak ditemukan untuk dinas ini.' },
    ]);
  if (allocation.state === 'placed')
    throw new Problem('allocation_used', 'Usulan pembagian ini sudah dipesan. Minta usulan baru.', [
      { pointer: '/allocationId', detail: 'Sudah dipesan.' },
    ]);
  requireAsProposed(cart, allocation, products);
  const { deliverOn, district } = allocation.wanted;
  const same = cart.every((shop) => shop.deliverOn === deliverOn) && order.deliverTo?.district === district;
  const changed = !same || !followsProposal(allocation, cart);
  if (changed && order.reason === undefined)
    throw new Problem('reason_required', 'Keranjang ini berbeda dari usulan pembagian. Tulis alasannya.', [
      { pointer: '/reason', detail: 'Wajib bila usulan diubah.' },
    ]);
  return { allocationId: allocation.allocationId, changed, reason: changed ? (order.reason ?? null) : null };
};
