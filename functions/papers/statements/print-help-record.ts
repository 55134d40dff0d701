import type { Download } from '../../../shared/contract/route/download.ts';
import { monthEnd, monthStart, type Zone } from '../../../shared/domain/basics/month.ts';
import { dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import type { HelperAct } from '../../../shared/domain/people/helper-act.ts';
import { helperActWords } from '../../../shared/domain/people/helper-act-words.ts';
import { requireBegun } from '../../../shared/domain/turnover/turnover.ts';
import { helperActsIn } from '../../../shared/table/people/helper-acts.ts';
import { expectCity, expectOwnMerchant } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { recordTaking } from '../../http/helper-record.ts';
import { bytesOf, LEFT } from '../../print/pdf-paper.ts';
import { newTagged, numbered, say } from '../../print/tagged-page.ts';
import { drawTable } from '../../print/tagged-table.ts';

/** One paper lists so many acts; a helper who does more in a month has a page of their own in the market. */
const MOST = 1000;

type HelpRecord = {
  readonly shop: string;
  readonly month: string;
  readonly zone: Zone;
  readonly acts: readonly HelperAct[];
};

/** What somebody did for a shop in a month, in the order it happened. */
export const helpRecordPdf = async ({ shop, month, zone, acts }: HelpRecord): Promise<Uint8Array> => {
  const title = `Catatan pendampingan ${monthName(month)}`;
  const page = await newTagged(`${title}, ${shop}`, acts.at(-1)?.at ?? monthStart(month, zone));
  let y = say(page, title, LEFT, 48, { size: 17, strong: true, as: 'H1' });
  y = say(page, shop, LEFT, y + 2, { size: 12, strong: true });
  const told =
    acts.length === 0
      ? 'Bulan itu pendamping tidak melakukan apa-apa untuk toko ini.'
      : `${acts.length} hal dilakukan pendamping atas nama pemilik. Pemilik bisa mengakhiri pendampingan kapan saja di Toko saya.`;
  y = say(page, told, LEFT, y + 2, { size: 9.5 });
  const columns = [
    { head: 'Kapan', share: 35 },
    { head: 'Siapa', share: 25 },
    { head: 'Apa', share: 40 },
  ] as const;
  const rows = acts.map((act) => [dateTime(act.at, zone), act.helperName, helperActWords(act)]);
  if (rows.length > 0) drawTable(page, { columns }, rows, y + 10);
  numbered(page);
  page.part.end();
  return bytesOf(page.doc);
};

export const printHelpRecord = endpoint(
  'GET /merchants/{merchantId}/helper-acts/{month}/pdf',
  async ({ params, caller }, world): Promise<Download> => {
    const { merchantId, month } = params;
    const merchant = await expectOwnMerchant(world, caller, merchantId);
    const city = await expectCity(world, merchant.cityCode);
    requireBegun(month, city, world.now());
    const { zone } = city;
    const span = { from: monthStart(month, zone), until: monthEnd(month, zone), most: MOST };
    const acts = await helperActsIn(world.table, merchantId, span);
    const bytes = await helpRecordPdf({ shop: merchant.name, month, zone, acts });
    await recordTaking(world, caller, { merchantId, operation: 'print-help-record' });
    return { name: `catatan-pendampingan-${month}.pdf`, type: 'application/pdf', bytes };
  },
);
