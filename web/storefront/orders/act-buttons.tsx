import { useRef } from 'preact/hooks';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary, TextArea } from '../../kit/form.tsx';
import { type Act, actsOf, type Side, type State } from './states.ts';

type Props = {
  readonly call: Call;
  readonly order: { readonly orderId: string; readonly state: State };
  readonly sides: readonly Side[];
  readonly onDone: () => void;
};

/** Asks for the reason in the person's own words, in the browser's own dialog. */
const WhyDialog = ({ act, onSend }: { act: Act; onSend: (reason: string) => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button class="line" type="button" onClick={() => dialog.current?.showModal()}>
        {act.name}
      </button>
      <dialog ref={dialog} aria-label={act.name}>
        <form
          method="dialog"
          class="form"
          onSubmit={(event) => onSend(String(new FormData(event.currentTarget).get('reason') ?? '').trim())}
        >
          <TextArea label={act.why ?? ''} name="reason" rows={3} required />
          <div class="acts">
            <button class="button" type="submit">
              {act.name}
            </button>
            <button class="line" type="button" onClick={() => dialog.current?.close()}>
              Kembali
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
};

/** What a person can do with an order now: one first button, the rest beside it. */
export const ActButtons = ({ call, order, sides, onDone }: Props) => {
  const act = useAct();
  const send = ({ key }: Act, reason?: string) =>
    act.run(async () => {
      const params = { orderId: order.orderId };
      // Moves with a reason have a body, the others none: the contract says which.
      await call(key as 'POST /orders/{orderId}/cancel', { params, ...(reason ? { body: { reason } } : {}) } as never);
      onDone();
    });
  const possible = actsOf(order.state, sides);
  if (possible.length === 0) return null;
  return (
    <div>
      {act.refusal && <Summary refusal={act.refusal} />}
      <div class="acts">
        {possible.map((one) =>
          one.why ? (
            <WhyDialog key={one.key + one.side} act={one} onSend={(reason) => send(one, reason)} />
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
