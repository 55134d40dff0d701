import type { PaymentWay } from '../../../shared/domain/basics/payment-way.ts';
import { wayNames } from '../../../shared/domain/payments/payment-words.ts';

type Props = {
  /** What the browser calls the question: one on a page for each shop. */
  readonly name: string;
  readonly choices: readonly { readonly way: PaymentWay; readonly refused: string | null }[];
  readonly chosen: PaymentWay | null | undefined;
  readonly busy?: boolean;
  readonly onWay: (way: PaymentWay) => void;
};
/** How a shop may be paid, each way that cannot be chosen with its reason; nothing to ask where the only one is chosen. */
export const WayFields = ({ name, choices, chosen, busy = false, onWay }: Props) => {
  if (choices.every(({ way }) => way === chosen)) return null;
  return (
    <fieldset class="ways" disabled={busy}>
      <legend>Cara bayar</legend>
      {choices.map(({ way, refused }) => (
        <label key={way} class="check">
          <input
            type="radio"
            name={name}
            checked={way === chosen}
            disabled={refused !== null}
            onChange={() => onWay(way)}
          />
          <span>
            {wayNames[way]}
            {refused && <span class="small quiet"> – {refused}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
