import { ERASED_NAME, ERASED_TEXT } from '../people/erased.ts';
import type { Order } from './order.ts';

type Erasing = { readonly person: string; readonly name: string };

const handoverWithout = (
  { remarks: _, by, ...handover }: Order['handovers'][number],
  { person, name }: Erasing,
): Order['handovers'][number] => ({ ...handover, by: by === person ? name : by, receivedBy: ERASED_NAME });

const stepWithout = (
  { reason, ...step }: Order['history'][number],
  { person, name }: Erasing,
): Order['history'][number] => {
  if (step.by === person) return { ...step, by: name };
  return reason === undefined ? step : { ...step, reason };
};

/** That a reason was given for what stood below the line stays, not its words. */
const lineWithout = (line: Order['lines'][number]): Order['lines'][number] =>
  line.choice?.reason ? { ...line, choice: { ...line.choice, reason: ERASED_TEXT } } : line;

/**
 * A personal order without its person: goods, sums, district and every state with its instant stay as they were, so that
 * no total moves. `name` is who the buyer is from now on, in this order alone. What the buyer wrote goes; a shop's and a
 * city's reasons stay, because a ruling is judged by them.
 */
export const erasedOrder = <O extends Order>(order: O, erasing: Erasing): O => ({
  ...order,
  buyer: erasing.name,
  buyerName: ERASED_NAME,
  buyerPhone: null,
  lines: order.lines.map(lineWithout),
  deliverTo:
    order.delivery?.way === 'pick-up' ? order.deliverTo : { address: ERASED_TEXT, district: order.deliverTo.district },
  handovers: order.handovers.map((handover) => handoverWithout(handover, erasing)),
  history: order.history.map((step) => stepWithout(step, erasing)),
  version: order.version + 1,
});
