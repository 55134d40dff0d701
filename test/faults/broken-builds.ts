import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** One place of the code, and what somebody might have written there by mistake. */
export type BrokenBuild = Edit & { readonly and?: Edit };
type Edit = { readonly file: string; readonly from: string; readonly to: string };

/**
 * Builds with one mistake each, of which the simulator must see every one: what a promise forbids has to be done by
 * somebody before anybody knows that it would be noticed. Named by what the build does wrong.
 */
export const brokenBuilds: Readonly<Record<string, BrokenBuild>> = {
  'takes any amount for the one that is due': {
    file: 'shared/domain/payments/paid-amount.ts',
    from: 'amount > 0 && (amount === dueRupiah || amount === totalRupiah)',
    to: 'amount > 0 && dueRupiah + totalRupiah > 0',
  },
  'confirms a payment that is confirmed': {
    file: 'shared/domain/payments/payment-states.ts',
    from: "confirmed: {\n    end: { by: ['order'], to: 'return_owed' },",
    to: "confirmed: {\n    confirm: { by: ['merchant', 'provider'], to: 'confirmed' },\n    end: { by: ['order'], to: 'return_owed' },",
  },
  'charges another fee than the buyer saw': {
    file: 'shared/domain/deliveries/order-delivery.ts',
    from: 'delivery.feeRupiah !== chosen.feeRupiah',
    to: 'delivery.feeRupiah < 0',
  },
  'keeps what was paid for goods that were given up': {
    file: 'shared/domain/payments/move-payment.ts',
    from: 'Math.max(0, paidRupiah - dueRupiah)',
    to: '0',
  },
  'leaves the payment of an order that ended open': {
    file: 'shared/domain/payments/move-payment.ts',
    from: "orderEnded ? paymentRule(state, 'end') : undefined",
    to: "orderEnded && state === 'confirmed' ? paymentRule(state, 'end') : undefined",
  },
  'follows the event of an order, not the order': {
    file: 'shared/domain/payments/follow-order.ts',
    from: 'if (order.version <= payment.orderVersion) return undefined;',
    to: 'if (payment.orderVersion > 0) return undefined;',
  },
  'lets more be withheld of a payment than it is': {
    file: 'shared/domain/payments/treasury-payment.ts',
    from: 'if (withheld >= record.rupiah)',
    to: 'if (withheld < 0)',
  },
  'applies a notice as often as it comes': {
    file: 'functions/payments/settle-notice.ts',
    from: "if (known && known.outcome !== 'early') return;",
    to: '',
  },
  'takes a batch for done of which a part failed': {
    file: 'functions/gathered.ts',
    from: 'for (const message of messages) failed.add(message);',
    to: '',
  },
  'forgets notices that came before their order': {
    file: 'functions/payments/follow-orders.ts',
    from: 'if (early)',
    to: 'if (early && order.version < 1)',
  },
  'lets a courier’s later word lead back from an end': {
    file: 'shared/domain/deliveries/move-delivery.ts',
    from: 'if (isEnd(a.state) !== isEnd(b.state)) return isEnd(a.state);',
    to: '',
  },
  'takes other figures for the same feed': {
    file: 'shared/domain/partners/feeds/next-revision.ts',
    from: 'if (isSame(found, content)) return found;',
    to: 'if (found || isSame(found, content)) return found;',
  },
  'writes a feed over the one that was there': {
    file: 'shared/table/partners/feeds.ts',
    from: 'insert(feeds, feed, true);',
    to: '({ ...insert(feeds, feed, true), input: { Item: insert(feeds, feed, true).input.Item } }) as Write;',
  },
  'gives seats without asking how many are free': {
    file: 'functions/programmes/give-seats.ts',
    from: 'Math.min(seats?.free ?? 0, TOGETHER)',
    to: 'TOGETHER',
    and: {
      file: 'shared/table/programmes/series.ts',
      from: "when: [atLeast('free', many), ",
      to: "when: [atLeast('free', -1_000_000), ",
    },
  },
  'keeps the seat of who let it go': {
    file: 'functions/programmes/enrol.ts',
    from: "...(before.state === 'seated' ? [releaseSeat(series.seriesId)] : [])",
    to: '',
  },
  'gives seats to who came first, whatever was drawn': {
    file: 'shared/domain/programmes/enrolment.ts',
    from: 'placeOf(a) - placeOf(b) || byText',
    to: 'byText',
  },
  'keeps the place in the queue of who left it': {
    file: 'shared/domain/programmes/enrolment.ts',
    from: 'draw && enrolledAt < draw.at ? places.get(merchantId) : undefined',
    to: 'draw && enrolledAt ? places.get(merchantId) : undefined',
  },
  'takes somebody for present as often as they are scanned': {
    file: 'shared/domain/programmes/moves.ts',
    from: 'if (enrolment.attended.some((one) => one.session === session)) return enrolment;',
    to: '',
  },
  'moves a complaint from wherever it stands': {
    file: 'shared/domain/complaints/moved.ts',
    from: 'if (!states.includes(stateAt(complaint, at))) throw movedOn(complaint, at);',
    to: '',
  },
  'closes a complaint as often as its reporter says so': {
    file: 'shared/domain/complaints/reply.ts',
    from: 'if (isClosed && (complaint.stars !== null || stars === undefined)) return complaint;',
    to: '',
  },
  'opens again what was over by time': {
    file: 'shared/domain/complaints/due.ts',
    from: "if (state !== 'answered' || dueAt === null || now < dueAt) return state;",
    to: "if (state !== 'answered' || dueAt === null || now > '') return state;",
  },
  'opens a complaint with any secret': {
    file: 'functions/complaints/numbers.ts',
    from: 'timingSafeEqual(right, typed)',
    to: 'timingSafeEqual(right, right)',
  },
  'shows in public what was told in secret': {
    file: 'functions/complaints/open311/public-cards.ts',
    from: 'found.push(...cards.filter(({ secret, receivedAt }) => !secret &&',
    to: 'found.push(...cards.filter(({ secret, receivedAt }) => secret !== undefined &&',
  },
  'forgets an office’s answers in what is counted of it': {
    file: 'shared/domain/complaints/tally.ts',
    from: 'return { answered: 1, late,',
    to: 'return { answered: 0, late,',
  },
  'opens by a consent for once as often as it is asked': {
    file: 'shared/domain/capital/consent.ts',
    from: '!repeated && openings > 0',
    to: '!repeated && openings < 0',
  },
  'opens without asking whether the consent stands unchanged': {
    file: 'functions/capital/open-pack.ts',
    from: 'replaceApplication({ ...after, request }),',
    to: '',
  },
  'counts a courier’s notice that comes again': {
    file: 'shared/domain/deliveries/move-delivery.ts',
    from: 'if (delivery.steps.some((step) => step.noticeId === noticeId)) return delivery;',
    to: '',
  },
  'counts a civil servant again for another receipt': {
    file: 'functions/targets/count-part.ts',
    from: 'if (took || phones[0]) return [];',
    to: 'if (phones[0]) return [];',
  },
  'counts what an office bought anew each time it moves': {
    file: 'functions/spending/settle-purchases.ts',
    from: 'found.push({ before: stored, after, stored })',
    to: 'found.push({ before: undefined, after, stored })',
  },
  'writes a notice and its payment one after the other': {
    file: 'functions/payments/settle-notice.ts',
    from: 'await commit(world.table, [...savePaymentNotice(record), ...moved.map(savePayment)]);',
    to: 'await commit(world.table, savePaymentNotice(record)); if (moved[0]) await commit(world.table, moved.map(savePayment));',
  },
  'takes a notice of another shop': {
    file: 'shared/domain/payments/notices/apply-notice.ts',
    from: 'if (payment.merchantId !== merchantId)',
    to: 'if (merchantId === undefined)',
  },
  'loses a notice that it answered': {
    file: 'functions/payments/settle-notice.ts',
    from: "if (known && outcome.kind === 'early') return;",
    to: "if (outcome.kind === 'early' || outcome.kind === 'parked') return;",
  },
  'never closes cash to who refused it': {
    file: 'shared/domain/payments/cash-on-delivery/cod-standing.ts',
    from: 'return until !== null && now < until ? until : null;',
    to: 'return until !== null && now > until ? until : null;',
  },
  'counts one refused delivery twice': {
    file: 'shared/domain/payments/cash-on-delivery/cod-standing.ts',
    from: 'refusals: [...standing.refusals, refusal]',
    to: 'refusals: [...standing.refusals, refusal, refusal]',
  },
  'takes for received what was refused at the door': {
    file: 'shared/domain/orders/order-clocks.ts',
    from: "return refused && move === 'settle' && order.state === 'delivered' ? 'return' : move;",
    to: 'return refused ? move : move;',
  },
  'does not count a refused delivery': {
    file: 'functions/payments/payment-writes.ts',
    from: "if (step !== 'refuse' && step !== 'collect') return [];",
    to: 'return [];',
  },
  'holds a delivery against who paid it after all': {
    file: 'functions/payments/strike-refusal.ts',
    from: 'own && isCounted(own, orderId)',
    to: 'own && !isCounted(own, orderId)',
  },
  'leaves a number out': {
    file: 'shared/domain/papers/paper-number.ts',
    from: 'const serial = series.last + 1;',
    to: 'const serial = series.last + 2;',
  },
  'gives a number twice': {
    file: 'shared/table/papers.ts',
    from: '...(number ? [save(series, { ...number.series, version: number.version })] : []),',
    to: '',
  },
  'counts the numbers of all years together': {
    file: 'shared/domain/papers/paper-number.ts',
    from: 'year: day.slice(0, 4),',
    to: "year: '2026'.slice(0, day.length),",
  },
  'issues a paper over the one that is there': {
    file: 'functions/papers/issue-papers.ts',
    from: '(await getPaper(world.table, order.orderId, params.kind)) ?? write(',
    to: 'write(',
    and: {
      file: 'shared/table/papers.ts',
      from: 'import { insert, save, type Write }',
      to: 'import { put as insert, save, type Write }',
    },
  },
  'writes the ordered sum on a paper of what was received': {
    file: 'shared/domain/papers/write-paper.ts',
    from: 'isBefore(kind) ? order.totalRupiah : order.receivedRupiah + fee;',
    to: 'order.totalRupiah + 0 * fee;',
  },
  'reviews an order that was never received': {
    file: 'shared/domain/reviews/write-review.ts',
    from: "if (order.state !== 'received')",
    to: "if (order.state === 'cancelled')",
  },
  'reviews an order a second time': {
    file: 'functions/reviews/own-reviews.ts',
    from: 'const reviewId = reviewIdOf(world, params.orderId);',
    to: "const reviewId = world.newId('rev');",
  },
  'changes a review after its week': {
    file: 'shared/domain/reviews/write-review.ts',
    from: 'if (writer.at > review.editableUntil)',
    to: 'if (writer.at < review.writtenAt)',
  },
  'brings back a review that was taken back': {
    file: 'shared/domain/reviews/write-review.ts',
    from: "if (review.state !== 'shown')",
    to: "if (review.state === 'hidden')",
  },
  'forgets the average when a review changes': {
    file: 'functions/reviews/current-review.ts',
    from: '...(counts ? [saveRating(rating)] : [])',
    to: '...(counts && !before ? [saveRating(rating)] : [])',
  },
  'lets a stranger review': {
    file: 'shared/domain/reviews/write-review.ts',
    from: 'agencyId === null ? by === caller.person',
    to: 'agencyId === null ? caller.person !== undefined',
  },
};

/** The history that a broken build was seen in, and the promise that it broke. */
export type Seen = { readonly seed: number; readonly violation: string };

/** Runs histories of one broken build until one breaks a promise; undefined when none of them did. */
export const seeOne = (name: string, histories: number): Promise<Seen | undefined> =>
  new Promise((resolve, reject) => {
    const workerData = { broken: brokenBuilds[name], histories };
    const worker = new Worker(new URL('./broken-build-worker.ts', import.meta.url), { workerData });
    worker.once('message', (seen: Seen | null) => resolve(seen ?? undefined)).once('error', reject);
  });

/** Every broken build whose name holds a word, on every core. */
export const seeBroken = async (
  word: string,
  histories: number,
  told: (name: string, seen: Seen | undefined) => void,
): Promise<void> => {
  const names = Object.keys(brokenBuilds).filter((name) => name.includes(word));
  const one = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) told(name, await seeOne(name, histories));
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, one));
};
