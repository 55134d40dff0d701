import { Problem } from '../../problem.ts';
import { type Instant, monthOf } from '../basics/month.ts';
import { moved } from './move-order.ts';
import type { Order, OrderLine, Receipt } from './order.ts';
import type { ClockTerms } from './order-clocks.ts';
import { requireMove } from './order-rules.ts';
import type { OrderParty } from './order-states.ts';

/** What a receipt does: the order after it, and rupiah for the standing. What goes back is in holdings.ts. */
export type Received<O extends Order = Order> = {
  readonly order: O;
  readonly rupiah: number;
  readonly first: boolean;
};

const remaining = (line: OrderLine): number => line.quantity - line.received;

const quantities = (order: Order, receipt: Receipt): Map<string, number> => {
  if (!receipt.lines) return new Map(order.lines.map((line) => [line.productId, remaining(line)]));
  const wanted = new Map<string, number>();
  receipt.lines.forEach(({ productId, quantity }, index) => {
    const line = order.lines.find((one) => one.productId === productId);
    const total = (wanted.get(productId) ?? 0) + quantity;
    if (!line || total > remaining(line))
      throw new Problem(
        'quantity_not_possible',
        'Jumlah diterima melebihi yang dipesan, atau barang itu tidak dipesan.',
        [{ pointer: `/lines/${index}/quantity`, detail: `Sisa ${line ? remaining(line) : 0}.` }],
      );
    wanted.set(productId, total);
  });
  return wanted;
};

const requireSense = (order: Order, receipt: Receipt, pieces: number): void => {
  if (order.agencyId !== null && receipt.receivedBy === undefined)
    throw new Problem('invalid_request', 'Tulis nama penerima untuk berita acara serah terima.', [
      { pointer: '/receivedBy', detail: 'Wajib untuk pesanan dinas.' },
    ]);
  if (receipt.condition === 'with-remarks' && receipt.remarks === undefined)
    throw new Problem('invalid_request', 'Tulis catatan tentang keadaan barang.', [
      { pointer: '/remarks', detail: 'Wajib bila ada catatan.' },
    ]);
  if (pieces === 0)
    throw new Problem(
      'quantity_not_possible',
      'Tidak ada barang yang diterima. Bila barang tidak sesuai, laporkan masalahnya.',
      [{ pointer: '/lines', detail: 'Paling sedikit satu.' }],
    );
};

/** So many receipts an order has at most; each is kept with it, and a record that grows for ever can no longer be written. */
const MOST_HANDOVERS = 30;

/** The last one settles the rest: received now, or given up. */
const requireRestSettled = ({ handovers }: Order): void => {
  if (handovers.length >= MOST_HANDOVERS - 1)
    throw new Problem(
      'quantity_not_possible',
      `Pesanan ini sudah ${handovers.length} kali diterima sebagian. Terima semua sisanya, atau lepaskan yang tidak datang.`,
      [{ pointer: '/rest', detail: 'Pilih Tidak jadi: sisanya dilepas.' }],
    );
};

/**
 * Receives all or part of an order. The value received now enters the merchant's standing of the month of `at`; pieces
 * given up return to the shelf; pieces promised later keep the order open.
 */
export const receiveOrder = <O extends Order>(
  order: O,
  receipt: Receipt,
  {
    by,
    parties,
    at,
    handoverId,
    move = 'receive',
    ...terms
  }: ClockTerms & {
    by: string;
    parties: readonly OrderParty[];
    at: Instant;
    handoverId: string;
    move?: 'receive' | 'settle';
  },
): Received<O> => {
  requireMove(order, move, parties);
  const now = quantities(order, receipt);
  const taken = (line: OrderLine) => now.get(line.productId) ?? 0;
  requireSense(
    order,
    receipt,
    order.lines.reduce((sum, line) => sum + taken(line), 0),
  );
  const rupiah = order.lines.reduce((sum, line) => sum + line.priceRupiah * taken(line), 0);
  const lines = order.lines.map((line) => ({ ...line, received: line.received + taken(line) }));
  const missing = lines.filter((line) => remaining(line) > 0);
  const partly = missing.length > 0 && receipt.rest === 'later';
  if (partly) requireRestSettled(order);
  const handover = {
    handoverId,
    at,
    month: monthOf(at, terms.zone),
    by,
    receivedBy: receipt.receivedBy ?? order.buyerName,
    condition: receipt.condition,
    ...(receipt.remarks === undefined ? {} : { remarks: receipt.remarks }),
    ...(receipt.rating === undefined ? {} : { rating: receipt.rating }),
    lines: lines
      .filter((line) => taken(line) > 0)
      .map((line) => ({ productId: line.productId, quantity: taken(line) })),
    rupiah,
  };
  return {
    order: {
      ...moved(order, partly ? 'partly_received' : 'received', { by, at, ...terms }),
      lines,
      receivedRupiah: order.receivedRupiah + rupiah,
      handovers: [...order.handovers, handover],
    },
    rupiah,
    first: order.handovers.length === 0,
  };
};
