import type { Order } from '../../shared/domain/orders/order.ts';
import { checkCode, paperHash } from '../../shared/domain/papers/check-code.ts';
import { holderNames } from '../../shared/domain/papers/checklist.ts';
import type { Paper } from '../../shared/domain/papers/paper.ts';
import { type PaperKind, paperKinds } from '../../shared/domain/papers/paper-kinds.ts';
import { nextSerial, paperNumber, seriesOf } from '../../shared/domain/papers/paper-number.ts';
import { type PaperFacts, paperContent, tellsOfMoney } from '../../shared/domain/papers/write-paper.ts';
import { holds } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { orderStands } from '../../shared/table/orders/orders.ts';
import { getPaper, getSeries, issuePaper } from '../../shared/table/papers.ts';
import { getPayment, paymentStands } from '../../shared/table/payments/payments.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { expectOfficeOrder, linesOf, paperFacts } from './paper-facts.ts';

const requireReady = (kind: PaperKind, facts: PaperFacts): void => {
  const line = linesOf(facts).find((one) => one.kind === kind);
  if (line?.state === 'ready') return;
  const held = line?.heldBy ? ` Menunggu ${holderNames[line.heldBy]}.` : '';
  throw new Problem('paper_not_ready', `${line?.reason ?? 'Berkas ini tidak diperlukan untuk pesanan ini.'}${held}`);
};

/** The next number of the office's series, to be written with the paper or not at all. */
const numberFor = async ({ table }: World, kind: PaperKind, { day, settings }: PaperFacts, agencyId: string) => {
  if (!paperKinds[kind].numbered) return undefined;
  const key = seriesOf(agencyId, day, kind);
  const known = await getSeries(table, key);
  const { series, serial } = nextSerial({ ...key, last: known?.last ?? 0 });
  return { series, version: (known?.version ?? 0) + 1, text: paperNumber(settings.pattern, { kind, serial, day }) };
};

/** The order letter a later paper refers to. */
const orderPaperOf = async ({ table }: World, kind: PaperKind, orderId: string): Promise<PaperFacts['orderPaper']> => {
  const content = kind === 'surat-pesanan' ? undefined : (await getPaper(table, orderId, 'surat-pesanan'))?.content;
  return content?.number == null ? undefined : { number: content.number, on: content.on };
};

const write = async (world: World, kind: PaperKind, order: Order & { agencyId: string }, by: string) => {
  const payment = await getPayment(world.table, order.orderId);
  const facts = await paperFacts(world, order);
  requireReady(kind, facts);
  const [number, orderPaper] = await Promise.all([
    numberFor(world, kind, facts, order.agencyId),
    orderPaperOf(world, kind, order.orderId),
  ]);
  const content = paperContent(kind, number?.text ?? null, { ...facts, orderPaper });
  const { orderId, agencyId } = order;
  const code = checkCode(world.identitySealer(order.cityCode).keyed, `${orderId} ${kind}`);
  const made = { orderId, agencyId, kind, code, content, hash: paperHash(content) };
  const paper: Paper = { ...made, issuedAt: world.now(), issuedBy: by, version: 1 };
  // Who lost the number to another writer, or whose order or payment moved meanwhile, runs again: with the next, or not at all.
  await commit(world.table, [
    ...issuePaper(paper, number),
    orderStands(order),
    ...(tellsOfMoney(kind) ? [paymentStands(orderId, payment)] : []),
  ]);
  return paper;
};

/** A second asking answers the paper that is there: a number is given once. */
export const issueOnePaper = endpoint('POST /orders/{orderId}/papers/{kind}', async ({ params, caller }, world) => {
  const order = await expectOfficeOrder(world, params.orderId, caller);
  if (!holds(caller, `agency:${order.agencyId}`, ['buyer', 'approver', 'treasurer']))
    throw new Problem('not_allowed', 'Berkas dinas dibuat oleh dinas.');
  return (await getPaper(world.table, order.orderId, params.kind)) ?? write(world, params.kind, order, caller.person);
});
