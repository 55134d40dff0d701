import { readShopQris } from './qris/qris.ts';
import { NO_WAYS, type PaymentWays, type ShownWays } from './ways.ts';

type Said = PaymentWays & { readonly version: number };
export const SAID_NOTHING: Said = { ...NO_WAYS, version: 0 };

/** What a shop takes as everybody may see it, nothing while it has said nothing: whom its QRIS pays, never the code itself. */
export const shownWays = ({ qris, cod, transfer, version }: Said = SAID_NOTHING): ShownWays => {
  const shown = { cod, transfer, version, qris: null };
  if (qris === null) return shown;
  const { name, nmid } = readShopQris(qris);
  return { ...shown, qris: { name, nmid } };
};
