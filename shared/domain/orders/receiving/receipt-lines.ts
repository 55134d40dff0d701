import { Problem } from '../../../problem.ts';
import type { Order, OrderLine, Receipt } from '../order.ts';

export const remaining = (line: OrderLine): number => line.quantity - line.received;

export const quantities = (order: Order, receipt: Receipt): Map<string, number> => {
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
