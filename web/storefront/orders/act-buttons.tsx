import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { type Act, actsOf, type Side, type State } from './states.ts';

type Props = {
  readonly call: Call;
  readonly order: { readonly orderId: string; readonly state: State };
  readonly sides: readonly Side[];
  /** The buyer comes to the shop for it. */
  readonly fetched?: boolean;
  readonly onDone: () => void;
};

/** What a person can do with an order now: one first button, the rest beside it. */
export const ActButtons = ({ call, order, sides, fetched = false, onDone }: Props) => {
  const act = useAct();
  const send = ({ key }: Act, reason?: string) =>
    act.run(async () => {
      const params = { orderId: order.orderId };
      // Moves with a reason have a body, the others none: the contract says which.
      await call(key as 'POST /orders/{orderId}/cancel', { params, ...(reason ? { body: { reason } } : {}) } as never);
      onDone();
    });
  const possible = actsOf(order.state, sides, fetched);
  if (possible.length === 0) return null;
  return (
    <div class="acting">
      {act.refusal && <Summary refusal={act.refusal} />}
      <div class="acts">
        {possible.map((one) =>
          one.why ? (
            <ConfirmDialog
              key={one.key + one.side}
              name={one.name}
              question={one.why}
              onSend={(reason) => send(one, reason)}
            />
          ) : (
            <button key={one.key} class="button" type="button" disabled={act.busy} onClick={() => send(one)}>
              {one.name}
            </button>
          ),
        )}
      </div>
    </div>
  );
};
