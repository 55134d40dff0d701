import { addDays, type Day } from '../../../../shared/domain/basics/month.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { adminOf, type Scene, todayIn } from '../city.ts';
import { paperMoves } from '../papers/issue-papers.ts';
import { officePays, workdayAfter } from '../payments/office-pays.ts';
import { personPays } from '../payments/person-pays.ts';
import { reviewMoves } from '../reviews/write-review.ts';
import { type Move, type Placed, play } from './moves.ts';

/** How an order will end, and how many of a hundred do: most are received, every other end happens too. */
const officeFates = {
  received: 73,
  later: 7,
  partial: 3,
  disputed: 2,
  rejected: 4,
  unapproved: 2,
  withdrawn: 2,
  declined: 3,
  cancelled: 1,
  calledOff: 2,
  unanswered: 1,
  settled: 0,
} as const;
type Fate = keyof typeof officeFates;
const personFates: Record<Fate, number> = {
  received: 58,
  settled: 24,
  partial: 3,
  disputed: 3,
  declined: 4,
  cancelled: 3,
  calledOff: 3,
  unanswered: 2,
  later: 0,
  rejected: 0,
  unapproved: 0,
  withdrawn: 0,
};

const reasons = {
  reject: ['Belum ada di rencana bulan ini.', 'Jumlah melebihi peserta rapat.'],
  decline: ['Sedang penuh pesanan.', 'Bahan baku belum datang.', 'Alat produksi rusak.'],
  cancel: ['Acara ditunda.', 'Salah memilih hari.', 'Pengantar berhalangan.'],
  dispute: ['Jumlah kurang dari pesanan.', 'Ada yang basi.', 'Ukuran tidak sesuai.'],
} as const;

type Facts = Placed & {
  readonly fate: Fate;
  readonly chance: Chance;
  readonly placedOn: Day;
  readonly cityAdmin: string;
};

const because = (step: keyof typeof reasons, chance: Chance) => ({ body: { reason: chance.pick(reasons[step]) } });
/** An office's approver answers on the next working day; a personal order goes straight to the shop. */
const approval = ({ office, fate, chance, order, placedOn }: Facts): Move[] => {
  if (!office || fate === 'unapproved') return [];
  if (fate === 'withdrawn') {
    const cancel = { step: 'cancel', ...because('cancel', chance) } as const;
    return [{ ...cancel, day: addDays(placedOn, 1), minute: chance.whole(420, 500), by: order.buyer }];
  }
  const answer = { day: workdayAfter(placedOn), minute: chance.whole(510, 690), by: office.approver };
  return [
    fate === 'rejected' ? { step: 'reject', ...answer, ...because('reject', chance) } : { step: 'approve', ...answer },
  ];
};

/** From this minute of the day on a shop answers the next morning only. */
export const EVENING = 1080;

/** The shop answers within some hours or early next morning, always before the clock does. */
const answer = ({ shop, fate, chance, order }: Facts, from: { day: Day; minute: number }): Move[] => {
  if (fate === 'cancelled') {
    const soon = { day: from.day, minute: from.minute + chance.whole(5, 20) };
    return [{ step: 'cancel', ...soon, by: order.buyer, ...because('cancel', chance) }];
  }
  const when =
    from.minute < EVENING
      ? { day: from.day, minute: from.minute + chance.whole(25, 200) }
      : { day: addDays(from.day, 1), minute: chance.whole(330, 400) };
  if (fate === 'declined') return [{ step: 'decline', ...when, by: shop.owner, ...because('decline', chance) }];
  const accept: Move = { step: 'accept', ...when, by: shop.owner };
  if (fate !== 'calledOff') return [accept];
  const by = chance.happens(0.5) ? order.buyer : shop.owner;
  return [accept, { step: 'cancel', day: when.day, minute: when.minute + 30, by, ...because('cancel', chance) }];
};

/** Delivered on the day that was asked for, received then or the day after, now and then with trouble. */
const handover = ({ shop, office, fate, chance, order, cityAdmin }: Facts, accepted: Move): Move[] => {
  const day = order.deliverOn > accepted.day ? order.deliverOn : accepted.day;
  const minute = day === accepted.day ? Math.min(accepted.minute + chance.whole(20, 90), 1380) : chance.whole(420, 900);
  const deliver: Move = { step: 'deliver', day, minute, by: shop.owner };
  if (fate === 'settled') return [deliver];
  const receiver = office ? { receivedBy: office.buyerName } : {};
  const when =
    office || chance.happens(0.5)
      ? { day, minute: Math.min(minute + chance.whole(10, 240), 1400) }
      : { day: addDays(day, 1), minute: chance.whole(420, 1200) };
  const receive = { step: 'receive', ...when, by: order.buyer } as const;
  const part = order.lines.map(({ productId, quantity }) => ({
    productId,
    quantity: Math.max(1, Math.floor(quantity * 0.6)),
  }));
  const rest = { day: addDays(when.day, chance.whole(2, 6)), minute: 600 };
  if (fate === 'disputed') {
    const dispute: Move = { ...receive, step: 'dispute', ...because('dispute', chance) };
    const replaced = { ...receiver, condition: 'with-remarks', remarks: 'Sebagian diganti.' };
    const ends: readonly (readonly [Move[], number])[] = [
      [[{ ...receive, ...rest, body: replaced }], 45],
      [[{ ...receive, ...rest, step: 'cancel', by: cityAdmin, ...because('cancel', chance) }], 15],
      [[{ ...receive, ...rest, step: 'cancel', by: shop.owner, ...because('cancel', chance) }], 15],
      [[], 25],
    ];
    return [deliver, dispute, ...(chance.weighed(ends, ([, weight]) => weight)?.[0] ?? [])];
  }
  const partial = order.lines.some(({ quantity }) => quantity > 1);
  if (fate === 'partial' && partial)
    return [deliver, { ...receive, body: { ...receiver, lines: part, rest: 'given-up' } }];
  if (fate === 'later' && partial) {
    const first: Move = { ...receive, body: { ...receiver, lines: part, rest: 'later' } };
    if (chance.happens(0.15)) return [deliver, first];
    return [deliver, first, { ...deliver, ...rest }, { ...receive, ...rest, minute: 780, body: receiver }];
  }
  return [deliver, { ...receive, body: receiver }];
};

const lifeOf = (facts: Facts): Move[] => {
  const approved = approval(facts);
  const reached = facts.office === undefined || approved.some(({ step }) => step === 'approve');
  if (!reached || facts.fate === 'unanswered') return approved;
  const answered = answer(facts, approved.at(-1) ?? { day: facts.placedOn, minute: facts.placedMinute });
  const accepted = answered.at(-1);
  return [...approved, ...answered, ...(accepted?.step === 'accept' ? handover(facts, accepted) : [])];
};

/** Puts the rest of an order's life on the agenda, each move by the person who makes it: goods, money, papers, a review. */
export const liveOrder = (scene: Scene, placed: Placed): void => {
  const { order, shop, office, name } = placed;
  const chance = chanceOf('life', name);
  const fates = Object.entries(office ? officeFates : personFates) as [Fate, number][];
  const likely = ([fate, weight]: [Fate, number]) => weight + (fate === 'unanswered' ? shop.silent * 100 : 0);
  const fate = chance.weighed(fates, likely)?.[0] ?? 'received';
  const placedOn = todayIn(scene, order.placedAt);
  const moves = lifeOf({ ...placed, fate, chance, placedOn, cityAdmin: adminOf(scene.plan) });
  const pays = office ? officePays({ ...placed, office, moves }) : personPays(scene, { ...placed, moves, placedOn });
  const papers = office ? paperMoves(scene, { ...placed, office }, [...moves, ...pays]) : [];
  play(scene, placed, [...moves, ...pays, ...papers, ...reviewMoves(scene, placed, moves)]);
};
