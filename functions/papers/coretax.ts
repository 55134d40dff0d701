import type { CoretaxFile } from '../../shared/contract/papers/papers.ts';
import type { Download } from '../../shared/contract/route/download.ts';
import type { Month } from '../../shared/domain/basics/month.ts';
import { bppuCsv } from '../../shared/domain/papers/bppu.ts';
import { bppuXml } from '../../shared/domain/papers/bppu-xml.ts';
import { type PaidOrder, slipsOf } from '../../shared/domain/papers/slips.ts';
import { taxesOf } from '../../shared/domain/papers/write-paper.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { getPaperSettings } from '../../shared/table/papers.ts';
import { getPayments } from '../../shared/table/payments/payments.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { inBatches } from '../reads/in-batches.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { openSecrets } from '../reads/merchant-secrets.ts';
import type { World } from '../world.ts';
import { bppuXlsx } from './bppu-xlsx.ts';
import { perhapsPaidIn } from './month-payments.ts';
import { paperFacts } from './paper-facts.ts';

/** A shop's number at the tax office: its own, or a person's NIK. Opened for the slip alone. */
const tinOf = async (world: World, merchantId: string): Promise<string | undefined> => {
  const merchant = await getMerchant(world.table, merchantId);
  if (!merchant) return undefined;
  const { npwp, nik } = openSecrets(merchant, world.identitySealer(merchant.cityCode));
  return npwp ?? nik;
};

const paidOrder = async (world: World, orderId: string, month: Month): Promise<PaidOrder | undefined> => {
  const order = await getOrder(world.table, orderId);
  if (!order || order.agencyId === null) return undefined;
  const facts = await paperFacts(world, { ...order, agencyId: order.agencyId });
  const { treasury, state } = facts.payment ?? {};
  if (state === undefined || !treasury?.on.startsWith(month)) return undefined;
  const tin = await tinOf(world, order.merchantId);
  // By the rules of the day it was paid, not of the day somebody looks.
  const taxes = taxesOf({ ...facts, day: treasury.on });
  return { orderId, merchantName: order.merchantName, tin, treasury, state, taxes };
};

/** Reading the facts of an order takes eight calls: those of orders that were paid in the month are read, a few together. */
const AT_ONCE = 8;

const monthSlips = async (world: World, office: { agencyId: string; cityCode: string }, month: Month) => {
  const { zone } = await expectCity(world, office.cityCode);
  const perhaps = await perhapsPaidIn(world, { agencyId: office.agencyId, zone }, month);
  const payments = await inBatches(
    perhaps.map(({ orderId }) => orderId),
    (some) => getPayments(world.table, some),
  );
  const paid: PaidOrder[] = [];
  const recorded = payments.flatMap((payment) => (payment?.treasury?.on.startsWith(month) ? [payment.orderId] : []));
  await inParallel(recorded, AT_ONCE, async (orderId) => {
    const one = await paidOrder(world, orderId, month);
    if (one) paid.push(one);
  });
  paid.sort((a, b) => (a.treasury.on + a.orderId < b.treasury.on + b.orderId ? -1 : 1));
  return slipsOf(paid);
};

export const readSlips = endpoint('GET /agencies/{agencyId}/coretax/{month}', async ({ params, caller }, world) => {
  const office = await expectAgency(world, params.agencyId, caller, ['treasurer']);
  const settings = await getPaperSettings(world.table, office.agencyId);
  const { slips, troubles } = await monthSlips(world, office, params.month);
  return {
    npwpKnown: settings?.npwp !== undefined,
    // On the page a number is told by its end; whole it is in the file alone.
    slips: slips.map(({ counterpartTin, ...slip }) => ({ ...slip, counterpart: `••••${counterpartTin.slice(-4)}` })),
    troubles: [...troubles],
  };
});

const writers: Record<
  CoretaxFile,
  readonly [type: string, write: (...all: Parameters<typeof bppuCsv>) => Promise<Uint8Array> | Uint8Array]
> = {
  'bppu.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bppuXlsx],
  'bppu.csv': ['text/csv; charset=utf-8', (...all) => Buffer.from(bppuCsv(...all))],
  'bppu.xml': ['application/xml', (...all) => Buffer.from(bppuXml(...all))],
};

/** The file holds shops' tax numbers whole: whoever takes it is on record. */
export const downloadSlips = endpoint(
  'GET /agencies/{agencyId}/coretax/{month}/{file}',
  async ({ params, caller }, world): Promise<Download> => {
    const { month, file } = params;
    const office = await expectAgency(world, params.agencyId, caller, ['treasurer']);
    const npwp = (await getPaperSettings(world.table, office.agencyId))?.npwp;
    if (npwp === undefined)
      throw new Problem('tax_number_missing', 'NPWP dinas belum diisi. PPK mengisinya di Kantor, Pengaturan surat.');
    const { slips } = await monthSlips(world, office, month);
    const [type, write] = writers[file];
    const bytes = await write(slips, npwp);
    const act = {
      chain: office.cityCode,
      at: world.now(),
      by: caller.person,
      act: 'tax-numbers-taken' as const,
      person: null,
    };
    await commit(
      world.table,
      await recordAct(world.table, { ...act, subjects: [office.agencyId], details: { month, file } }, caller),
    );
    return { name: `coretax-${month}-${file}`, type, bytes };
  },
);
