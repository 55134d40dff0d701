import { dayOf } from '../../shared/domain/basics/month.ts';
import { bundleParts } from '../../shared/domain/papers/bundle-parts.ts';
import { type ChecklistFacts, checklist } from '../../shared/domain/papers/checklist.ts';
import { PaperSettings } from '../../shared/domain/papers/paper.ts';
import { settledPapers } from '../../shared/domain/papers/paper-defaults.ts';
import { photosOfOrder } from '../../shared/table/orders/order-photos.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { getPaperSettings } from '../../shared/table/papers.ts';
import { getPayment } from '../../shared/table/payments/payments.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { paperReaders, papersOf } from './issued-papers.ts';
import { receivedIn } from './month-payments.ts';
import { defaultsOf } from './paper-defaults.ts';
import { packageOf } from './paper-facts.ts';

const AT_ONCE = 8;

type Office = Pick<ChecklistFacts, 'day' | 'purchase' | 'extra'>;

/** The kinds an order needs by now, whether they can be issued yet or not. */
const neededOf = async ({ table }: World, orderId: string, rule: Office): Promise<readonly string[]> => {
  const [order, payment, photos] = await Promise.all([
    getOrder(table, orderId),
    getPayment(table, orderId),
    photosOfOrder(table, orderId, 'handover'),
  ]);
  if (!order) return [];
  const facts = { ...rule, order, payment, packageRupiah: packageOf(order), photos: photos.length };
  return checklist(facts).flatMap(({ kind, state }) => (state === 'not_needed' ? [] : [kind]));
};

export const readMonthPapers = endpoint(
  'GET /agencies/{agencyId}/papers/{month}',
  async ({ params, caller }, world) => {
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, paperReaders);
    const { zone } = await expectCity(world, cityCode);
    const [orders, own, defaults] = await Promise.all([
      receivedIn(world, { agencyId, zone }, params.month),
      getPaperSettings(world.table, agencyId),
      defaultsOf(world, cityCode),
    ]);
    const papers = await papersOf(world, orders);
    const { purchase, extra } = settledPapers(own ?? PaperSettings.parse({}), defaults);
    const rule = { purchase, extra, day: dayOf(world.now(), zone) };
    const left = orders.map(() => 0);
    await inParallel([...orders.entries()], AT_ONCE, async ([index, { orderId }]) => {
      const issued = new Set<string>(papers[index]?.map(({ kind }) => kind));
      left[index] = (await neededOf(world, orderId, rule)).filter((kind) => !issued.has(kind)).length;
    });
    return {
      orders: orders.length,
      papers: papers.flat().length,
      parts: bundleParts(papers).length,
      unfinished: orders.flatMap(({ orderId, merchantName }, index) =>
        left[index] ? [{ orderId, merchantName, left: left[index] }] : [],
      ),
    };
  },
);
