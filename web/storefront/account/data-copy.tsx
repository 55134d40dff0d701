import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';

type Copy = Output<'GET /me/data'>;

/** Every page of the copy as one, with what this device keeps beside it. */
const fullCopy = async (call: Call): Promise<object> => {
  const first = await call('GET /me/data');
  const orders: Copy['orders'] = [...first.orders];
  for (let { next } = first; next !== null; ) {
    const page = await call('GET /me/data', { query: { cursor: next } });
    orders.push(...page.orders);
    next = page.next;
  }
  const kept = (name: string): unknown => JSON.parse(localStorage.getItem(name) ?? 'null');
  const { next: _, ...copy } = first;
  return { ...copy, orders, device: { cart: kept('keranjang'), address: kept('alamat') } };
};

const saveAs = (name: string, content: object): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** One file with everything that is kept of an account. */
export const DataCopy = ({ call }: { call: Call }) => {
  const act = useAct();
  const take = () => act.run(async () => saveAs('data-pasar-rata.json', await fullCopy(call)));
  return (
    <section class="copy">
      {act.refusal && <Summary refusal={act.refusal} />}
      <button class="line" type="button" disabled={act.busy} onClick={take}>
        {act.busy ? 'Menyiapkan…' : 'Unduh data saya'}
      </button>
      <p class="small">
        <a class="link" href="/bantuan/data-pribadi/">
          Siapa membaca data saya?
        </a>
      </p>
      <p class="small">
        <a class="link" href="/akun/hapus">
          Hapus akun saya
        </a>
      </p>
    </section>
  );
};
