import type { Table } from '../../../../shared/table/engine/table.ts';
import { getCivilLink } from '../../../../shared/table/targets/civil-servants.ts';
import type { Ask } from './photograph-handovers.ts';

/** A civil servant of the demo, and what they bought at shops that are not on the market. */
const BY = 'hendra';
const bought = [
  { shopName: 'Warung Pecel Kawi', rupiah: 34_000, receiptNumber: 'A-0417' },
  { shopName: 'Soto Basket', rupiah: 27_500, receiptNumber: undefined },
] as const;

type Camera = {
  readonly table: Table;
  readonly ask: Ask;
  readonly today: string;
  readonly photoOfDrawing: (svg: string) => Promise<Uint8Array>;
};

const LINES = 9;
/** A till's slip on a table: lines of a length of their own, so that no two look alike. */
const slipOf = (shop: string, rupiah: number): string => {
  const lines = Array.from({ length: LINES }, (_, at) => {
    const long = 60 + ((rupiah * (at + 3) + shop.length * 41) % 150);
    return `<rect x="90" y="${150 + at * 34}" width="${long}" height="12" fill="#444"/>`;
  });
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 520"><rect width="400" height="520" fill="#8a6a4a"/>' +
    `<rect x="60" y="40" width="280" height="440" fill="#f7f5ee"/><rect x="110" y="76" width="180" height="26" fill="#222"/>${lines.join('')}</svg>`
  );
};

/** The civil servant shows two receipts to the city, which accepts the first; what was shown before is left alone. */
export const photographReceipts = async ({ table, ask, today, photoOfDrawing }: Camera): Promise<void> => {
  const link = await getCivilLink(table, BY);
  if (!link || (await ask('GET /me/civil-servant', BY, {})).proofs.length > 0) return;
  const sent: string[] = [];
  for (const { receiptNumber, ...receipt } of bought) {
    const bytes = await photoOfDrawing(slipOf(receipt.shopName, receipt.rupiah));
    const { photoId } = await ask('POST /me/purchase-proof-photos', BY, { bytes });
    const body = { ...receipt, photoId, boughtOn: today, ...(receiptNumber ? { receiptNumber } : {}) };
    sent.push((await ask('POST /me/purchase-proofs', BY, { body })).proofId);
  }
  await ask('POST /cities/{city}/purchase-proofs/{proofId}/decide', 'admin-malang', {
    params: { city: link.cityCode, proofId: sent[0] ?? '' },
    body: { decision: 'accept' },
  });
};
