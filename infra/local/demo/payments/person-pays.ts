import { addDays } from '../../../../shared/domain/basics/month.ts';
import type { PaymentWay } from '../../../../shared/domain/basics/payment-way.ts';
import { type Chance, chanceOf } from '../chance.ts';
import type { Scene } from '../city.ts';
import { type Move, type Placed, soonAfter } from '../orders/moves.ts';
import { noticeOf } from './midtrans.ts';

/** How the money of a personal order goes from buyer to shop, beside what becomes of its goods. */
type Paying = Placed & {
  readonly scene: Scene;
  readonly moves: readonly Move[];
  readonly chance: Chance;
  readonly placedOn: string;
  /** Whether the shop's provider tells of its money. */
  readonly provided: boolean;
};

const likely: Record<Exclude<PaymentWay, 'treasury'>, number> = { cod: 5, qris: 4, transfer: 2.5 };

/** Of the ways that the shop takes for this order, the one its buyer likes. */
const wayOf = ({ shop: { ways }, order }: Placed, chance: Chance): keyof typeof likely | undefined => {
  if (!ways) return undefined;
  const { cod, qris, transfer } = ways;
  const near = cod && (cod.districts.length === 0 || cod.districts.includes(order.deliverTo.district));
  const offered = { cod: near && order.totalRupiah <= cod.maxRupiah, qris: qris !== null, transfer };
  const choices = (Object.keys(likely) as (keyof typeof likely)[]).filter((way) => offered[way]);
  return chance.weighed(choices, (way) => likely[way]);
};

const stepOf = (moves: readonly Move[], step: Move['step']): Move | undefined =>
  moves.findLast((move) => move.step === step);

/** What was paid for nothing is given back some days later; one buyer in ten does not find it at first. */
const givenBack = ({ shop, order, chance }: Paying, ended: Move | undefined): Move[] => {
  if (!ended || chance.happens(0.12)) return [];
  const back: Move = {
    step: 'payment/give-back',
    by: shop.owner,
    day: addDays(ended.day, chance.whole(1, 4)),
    minute: 610,
    body: { reason: 'Sudah dikirim kembali ke pembeli.' },
  };
  if (chance.happens(0.88)) return [back];
  const deny: Move = {
    step: 'payment/deny',
    by: order.buyer,
    day: back.day,
    minute: 1150,
    body: { reason: 'Uangnya belum masuk ke rekening saya.' },
  };
  return [back, deny, { ...back, day: addDays(back.day, 1) }];
};

/** Cash at the handover: taken by the shop, or refused with the goods by a buyer who then calls them wrong. */
const inCash = (paying: Paying): Move[] => {
  const { shop, chance, moves } = paying;
  const deliver = moves.find(({ step }) => step === 'deliver');
  if (!deliver) return [];
  const received = stepOf(moves, 'receive');
  const collect = { step: 'payment/collect', by: shop.owner } as const;
  if (!stepOf(moves, 'dispute') || chance.happens(0.4)) {
    // What was given up is not paid for, so the shop waits until it is known.
    const when = received?.body && 'rest' in received.body ? received : deliver;
    return [{ ...collect, ...soonAfter(when, 6) }, ...givenBack(paying, stepOf(moves, 'cancel'))];
  }
  const reason = chance.pick(['Pembeli tidak jadi mengambil.', 'Tidak ada orang di rumah.', 'Uangnya belum ada.']);
  const refuse: Move = { step: 'payment/refuse', by: shop.owner, body: { reason }, ...soonAfter(deliver, 4) };
  return [refuse, ...(received ? [{ ...collect, ...soonAfter(received, 6) }] : [])];
};

/** The buyer says "I have paid"; the shop looks, finds it or not, and then once more. */
const looksAtIt = ({ scene, shop, order, chance, provided }: Paying, from: Pick<Move, 'day' | 'minute'>): Move[] => {
  const tell: Move = { step: 'payment/claim', by: order.buyer, body: {}, ...from };
  const soon = soonAfter(tell, chance.whole(8, 200));
  if (provided)
    // The shop's provider saw the money: nobody has to say so.
    return [{ ...tell, step: 'payment/confirm', run: (at) => noticeOf(scene, shop, order, order.totalRupiah, at) }];
  const confirm: Move = {
    step: 'payment/confirm',
    by: shop.owner,
    body: { rupiah: order.totalRupiah },
    // Some owners look at their account only in the morning.
    ...(chance.happens(0.25) ? { day: addDays(tell.day, 1), minute: chance.whole(420, 600) } : soon),
  };
  if (chance.happens(0.95)) return [tell, confirm];
  const day = addDays(tell.day, 1);
  const reason = chance.pick(['Belum ada uang masuk sebesar itu.', 'Mutasi rekening belum menunjukkan kiriman ini.']);
  const missing: Move = { step: 'payment/not-find', by: shop.owner, body: { reason }, ...soonAfter(tell, 240) };
  return [tell, missing, { ...tell, day, minute: 620 }, { ...confirm, day, minute: 760 }];
};

/** By QRIS or transfer: most before the goods come, others after, a few only days later. */
const fromAnAccount = (paying: Paying): Move[] => {
  const { chance, moves } = paying;
  const [accept, deliver, cancel] = [stepOf(moves, 'accept'), stepOf(moves, 'deliver'), stepOf(moves, 'cancel')];
  const received = stepOf(moves, 'receive');
  const givesUp = received?.body !== undefined && 'rest' in received.body;
  if (!accept || (!deliver && chance.happens(0.5))) return [];
  const early = !deliver || cancel || givesUp || chance.happens(0.6);
  const late = deliver && { day: addDays(deliver.day, chance.happens(0.1) ? chance.whole(3, 9) : 0) };
  const from = early ? soonAfter(accept, 5) : { ...soonAfter(deliver, chance.whole(10, 90)), ...late };
  // Called off half an hour later: the shop had seen the money by then.
  const paid = deliver ? looksAtIt(paying, from) : tellAndConfirm(paying, from);
  return [...paid, ...givenBack(paying, cancel ?? (givesUp ? received : undefined))];
};

const tellAndConfirm = ({ shop, order }: Paying, from: Pick<Move, 'day' | 'minute'>): Move[] => [
  { step: 'payment/claim', by: order.buyer, body: {}, ...from },
  { step: 'payment/confirm', by: shop.owner, body: { rupiah: order.totalRupiah }, ...soonAfter(from, 10) },
];

/** The steps of a personal order's money. Nothing where nobody chooses a way: such an order ends unpaid. */
export const personPays = (scene: Scene, placed: Placed & { moves: readonly Move[]; placedOn: string }): Move[] => {
  const chance = chanceOf('pay', placed.name);
  const way = wayOf(placed, chance);
  const provided = way === 'qris' && placed.shop.provider === 'midtrans';
  const paying = { ...placed, scene, chance, provided };
  if (!way) return [];
  const chosen = soonAfter({ day: paying.placedOn, minute: paying.placedMinute }, 2);
  const choose: Move = { step: 'payment/way', by: paying.order.buyer, body: { way }, ...chosen };
  return [choose, ...(way === 'cod' ? inCash(paying) : fromAnAccount(paying))];
};
