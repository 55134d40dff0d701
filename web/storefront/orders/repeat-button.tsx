import { useState } from 'preact/hooks';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { refill } from '../cart/saved/refill.ts';

/** The same goods again, at the prices of today. */
export const RepeatButton = ({ call, orderId }: { readonly call: Call; readonly orderId: string }) => {
  const act = useAct();
  const [said, setSaid] = useState('');
  const again = () =>
    act.run(async () => {
      const against = refill(await call('GET /orders/{orderId}/again', { params: { orderId } }));
      if (against) setSaid(against);
      else location.assign('/keranjang/');
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <button class="line" type="button" disabled={act.busy} onClick={again}>
        Pesan lagi
      </button>
      <p role="status" class="small">
        {said}
      </p>
    </>
  );
};
