import type { Refusal } from '../../entry/client.ts';
import type { Cart, CartLine } from './cart.ts';
import { shopsOf } from './cart.ts';

/** What is wrong with one line: `figure` is the price it has now, or how many there are at most or at least. */
export type Trouble = {
  readonly code: Refusal['code'];
  readonly detail: string;
  readonly figure?: number | undefined;
  /** The line it was said of: a line that was mended has it no more. */
  readonly of: string;
};
/** By product. */
export type Troubles = ReadonlyMap<string, Trouble>;

/** What can be wrong with a line; a reason mends nothing before it is sent. */
export const faceOf = ({ priceRupiah, quantity, choice }: CartLine): string => [priceRupiah, quantity, choice].join();

/** Those of lines that are still as they were when it was said. */
export const standing = (cart: Cart, ...all: readonly Troubles[]): Troubles =>
  new Map(
    cart.lines.flatMap((line) => {
      const found = all.map((some) => some.get(line.productId)).find((one) => one?.of === faceOf(line));
      return found ? [[line.productId, found] as const] : [];
    }),
  );

/** What the market said of the cart that was sent to it: of lines by product, of shops by their id. */
export type Refused = { readonly lines: Troubles; readonly shops: ReadonlyMap<string, string> };
export const nothingRefused: Refused = { lines: new Map(), shops: new Map() };

export const refusedOf = (cart: Cart, { code, flaws, message }: Refusal): Refused => {
  const shops = shopsOf(cart);
  const [lines, closed] = [new Map<string, Trouble>(), new Map<string, string>()];
  for (const { pointer, detail, figure } of flaws) {
    const [, shop, part, at] = /^\/shops\/(\d+)\/(merchantId|lines)(?:\/(\d+))?/.exec(pointer) ?? [];
    const { merchantId, lines: sent = [] } = shops[Number(shop)] ?? {};
    const line = sent[Number(at)];
    // Another day mends a day that is full, and days are chosen for the whole shop.
    if (line && code !== 'capacity_too_little') lines.set(line.productId, { code, detail, figure, of: faceOf(line) });
    else if (merchantId && part === 'merchantId') closed.set(merchantId, message);
  }
  return { lines, shops: closed };
};
