import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../../kit/form.tsx';
import type { Cart } from '../cart.ts';
import { refill } from './refill.ts';

type Saved = Output<'GET /me/carts'>['items'][number];

/** Lists that are bought every week or month: kept with the person, opened into the cart with one tap. */
export const SavedLists = ({ call, cart }: { readonly call: Call; readonly cart: Cart }) => {
  const [lists, setLists] = useState<readonly Saved[]>([]);
  const [said, setSaid] = useState('');
  const act = useAct();
  const again = () => call('GET /me/carts').then(({ items }) => setLists(items));
  useEffect(() => void again().catch(() => {}), []);
  const save = (form: HTMLFormElement) =>
    act.run(async () => {
      const { listName = '' } = filled(form);
      const lines = cart.lines.map(({ merchantId, productId, quantity }) => ({ merchantId, productId, quantity }));
      const { name } = await call('POST /me/carts', { body: { name: listName, lines } });
      setSaid(`Daftar “${name}” tersimpan.`);
      form.reset();
      await again();
    });
  const open = ({ cartId }: Saved) =>
    act.run(async () => {
      const against = refill(await call('GET /me/carts/{cartId}', { params: { cartId } }));
      if (against) return setSaid(against);
      location.hash = '';
      scrollTo(0, 0);
    });
  const forget = ({ cartId, name }: Saved) =>
    act.run(async () => {
      if (!confirm(`Hapus daftar “${name}”?`)) return;
      await call('DELETE /me/carts/{cartId}', { params: { cartId } });
      setSaid(`Daftar “${name}” dihapus.`);
      await again();
    });
  if (lists.length === 0 && cart.lines.length === 0) return null;
  return (
    <section id="daftar">
      <h2>Daftar belanja saya</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p role="status" class="small">
        {said}
      </p>
      {lists.length > 0 && (
        <ul class="rows">
          {lists.map((list) => (
            <li key={list.cartId} class="row">
              <span>
                <b>
                  <bdi>{list.name}</bdi>
                </b>
                <span class="small quiet">{list.lines.length} barang</span>
              </span>
              <span class="acts">
                <button
                  class="line"
                  type="button"
                  disabled={act.busy}
                  aria-label={`Belanja lagi ${list.name}`}
                  onClick={() => open(list)}
                >
                  Belanja lagi
                </button>
                <button
                  class="link small"
                  type="button"
                  disabled={act.busy}
                  aria-label={`Hapus daftar ${list.name}`}
                  onClick={() => forget(list)}
                >
                  Hapus
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {cart.lines.length > 0 && (
        <details>
          <summary>
            <span>Simpan keranjang ini sebagai daftar</span>
          </summary>
          <Form onSubmit={save}>
            <TextField
              label="Nama daftar"
              name="listName"
              required
              maxLength={40}
              help="Misalnya: belanja bulanan. Nama yang sama mengganti daftar lama."
              flaw={flawAt(act.refusal, '/name')}
            />
            <button class="line" type="submit" disabled={act.busy}>
              Simpan daftar
            </button>
          </Form>
        </details>
      )}
    </section>
  );
};
