import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { NOTHING_SEEN, Undecided, useDeciding } from '../goods/deciding.tsx';
import type { AskedCity } from '../opened.ts';

type Goods = Pick<Output<'GET /merchants/{merchantId}/products'>, 'items' | 'next'>;
const PAGE = 20;

/** What a shop has on sale, a page of it. */
export const loadGoods = (call: AskedCity['call'], merchantId: string, cursor?: string): Promise<Goods> =>
  call('GET /merchants/{merchantId}/products', { params: { merchantId }, query: { limit: PAGE, cursor } });

type RowProps = { readonly asked: AskedCity; readonly one: Goods['items'][number]; readonly onGone: () => void };
const GoodsRow = ({ asked: { call, kinds }, one, onGone }: RowProps) => {
  const { merchantId, productId, name, unit, priceRupiah } = one;
  const deciding = useDeciding(call, { merchantId, productId }, NOTHING_SEEN, onGone);
  return (
    <li>
      <p>
        <bdi>{name}</bdi>, {rupiah(priceRupiah)} per {unit}
      </p>
      <Undecided deciding={deciding} onTheirs={(state) => state === 'withdrawn' && onGone()} />
      {kinds.includes('city-admin') && (
        <ConfirmDialog
          name="Kembalikan ke toko"
          text={`${name} tidak tampil lagi sampai Anda membukanya. Toko membaca alasannya dan bisa memperbaiki.`}
          question="Alasan, dibaca toko"
          disabled={deciding.act.busy}
          onSend={(reason) => deciding.save({ decision: 'withdraw', reason })}
        />
      )}
    </li>
  );
};

type Props = { readonly asked: AskedCity; readonly first: Goods; readonly merchantId: string };
/** What a shop sells, for an officer who saw something that may not be sold so: it goes back to the shop with a reason. */
export const GoodsBlock = ({ asked, first, merchantId }: Props) => {
  const [{ items, next }, setGoods] = useState<Goods>(first);
  const [returned, setReturned] = useState<string>();
  const act = useAct();
  const gone = ({ productId, name }: Goods['items'][number]) => {
    // Read again, the public list might be the one of half a minute ago.
    setGoods({ items: items.filter((one) => one.productId !== productId), next });
    setReturned(name);
  };
  const more = () =>
    act.run(async () => {
      const found = await loadGoods(asked.call, merchantId, next ?? undefined);
      setGoods({ items: [...items, ...found.items], next: found.next });
    });
  return (
    <section aria-labelledby="barang-toko">
      <h2 id="barang-toko">Barang yang dijual</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p role="status">{returned && `${returned} dikembalikan. Toko membaca alasannya.`}</p>
      {items.length === 0 && <p class="quiet">Tidak ada barang yang dijual sekarang.</p>}
      <ul class="rows">
        {items.map((one) => (
          <GoodsRow key={one.productId} asked={asked} one={one} onGone={() => gone(one)} />
        ))}
      </ul>
      {next !== null && (
        <button class="line" type="button" disabled={act.busy} onClick={() => void more()}>
          Lihat barang berikutnya
        </button>
      )}
    </section>
  );
};
