import { typedCode } from '../../shared/domain/papers/check-code.ts';
import { holderNames, isComplete } from '../../shared/domain/papers/checklist.ts';
import { PaperSettings } from '../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../shared/domain/papers/paper-kinds.ts';
import { expectedTaxes, type PaperFacts, paperCheck } from '../../shared/domain/papers/write-paper.ts';
import { Problem } from '../../shared/problem.ts';
import { formNames, purchaseFormOn } from '../../shared/rules/purchase-forms.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import {
  getPaper,
  getPaperByCode,
  getPaperSettings,
  papersOfOrder,
  savePaperSettings,
} from '../../shared/table/papers.ts';
import { getPayment } from '../../shared/table/payments/payments.ts';
import { expectAgency } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { drawPaper } from './draw/draw-paper.ts';
import { defaultsOf } from './paper-defaults.ts';
import { expectOfficeOrder, linesOf, packageOf, paperFacts } from './paper-facts.ts';
import { picturesOf } from './pictures-of.ts';

/** By which paper the purchase is proved: a dated rule, over everything that was ordered at once. */
const formOf = ({ order, settings, day }: PaperFacts) => {
  const packageRupiah = packageOf(order);
  const { form, source, confirmed } = purchaseFormOn(day, settings.purchase, packageRupiah);
  return { name: formNames[form], packageRupiah, source, confirmed };
};

export const listPapers = endpoint('GET /orders/{orderId}/papers', async ({ params, caller }, world) => {
  const order = await expectOfficeOrder(world, params.orderId, caller);
  const [facts, issued] = await Promise.all([paperFacts(world, order), papersOfOrder(world.table, order.orderId)]);
  const lines = linesOf(facts);
  const papers = lines.map(({ kind, state, heldBy, reason }) => {
    const paper = issued.find((one) => one.kind === kind);
    const name = paperKinds[kind].name;
    if (paper) return { kind, name, state: 'issued' as const, number: paper.content.number, code: paper.code };
    return {
      kind,
      name,
      state,
      ...(heldBy ? { heldBy: holderNames[heldBy] } : {}),
      ...(reason ? { reason } : {}),
    };
  });
  const taxes = expectedTaxes(facts).map(({ name, rate, rupiah }) => ({ name, rate, rupiah }));
  return { complete: isComplete(lines), form: formOf(facts), taxes, papers };
});

const noPaper = () =>
  new Problem('paper_not_found', 'Berkas dengan kode ini tidak ada. Periksa lagi hurufnya, atau minta berkas aslinya.');

export const printPaper = endpoint('GET /orders/{orderId}/papers/{kind}/pdf', async ({ params, caller }, world) => {
  const order = await expectOfficeOrder(world, params.orderId, caller);
  const paper = await getPaper(world.table, order.orderId, params.kind);
  if (!paper) throw noPaper();
  const bytes = await drawPaper(paper, await picturesOf(world, paper), world.origin);
  return { name: `${paper.kind}-${paper.code}.pdf`, type: 'application/pdf', bytes };
});

export const checkOnePaper = endpoint('GET /papers/{code}', async ({ params }, world) => {
  const code = typedCode(params.code);
  const paper = code === undefined ? undefined : await getPaperByCode(world.table, code);
  if (!paper) throw noPaper();
  const [order, payment] = await Promise.all([
    getOrder(world.table, paper.orderId, { consistent: false }),
    getPayment(world.table, paper.orderId),
  ]);
  if (!order) throw noPaper();
  return paperCheck(paper, order, payment);
});

const office = ['buyer', 'approver', 'treasurer'] as const;

export const readPaperSettings = endpoint(
  'GET /agencies/{agencyId}/paper-settings',
  async ({ params, caller }, world) => {
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, office);
    const [own, city] = await Promise.all([getPaperSettings(world.table, agencyId), defaultsOf(world, cityCode)]);
    return { ...(own ?? { ...PaperSettings.parse({}), version: 0 }), city };
  },
);

export const setPaperSettings = endpoint('PUT /agencies/{agencyId}/paper-settings', async (ask, world) => {
  const { agencyId, cityCode } = await expectAgency(world, ask.params.agencyId, ask.caller, ['approver']);
  const version = (await getPaperSettings(world.table, agencyId))?.version ?? 0;
  requireVersion(ask, { version });
  const after = { ...ask.body, agencyId, version: version + 1 };
  const act = {
    chain: cityCode,
    at: world.now(),
    by: ask.caller.person,
    act: 'paper-settings-set',
    person: null,
  } as const;
  await commit(world.table, [
    savePaperSettings(after),
    ...(await recordAct(world.table, { ...act, subjects: [agencyId], details: {} }, ask.caller)),
  ]);
  return { ...after, city: await defaultsOf(world, cityCode) };
});
