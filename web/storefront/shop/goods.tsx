import { useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { Photo } from '../photos/photo.tsx';
import { type OwnProduct, ProductForm } from './product-form.tsx';

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly merchantId: string;
  readonly category: OwnProduct['category'];
  readonly first: readonly OwnProduct[];
};

/** What the shop sells: available or gone in one tap, a new one in a minute. */
export const Goods = ({ call, session, merchantId, category, first }: Props) => {
  const [goods, setGoods] = useState(first);
  const act = useAct();
  const again = async () => {
    const { items } = await call('GET /me/merchants/{merchantId}/products', {
      params: { merchantId },
      query: { limit: 100 },
    });
    setGoods(items);
  };
  const set = (product: OwnProduct, active: boolean) =>
    act.run(async () => {
      const { productId } = product;
      await call('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId, productId },
        body: { active },
      });
      await again();
    });
  return (
    <section id="barang">
      <h2>Barang</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      {goods.length === 0 && <p class="quiet">Belum ada barang. Tambah yang pertama: foto, nama, harga.</p>}
      <ul class="rows">
        {goods.map((product) => (
          <li key={product.productId} class="goods-row">
            <Photo product={product} eager={false} at="row" />
            <span>
              <b>
                <bdi>{product.name}</bdi>
              </b>
              <span class="price">
                {rupiah(product.priceRupiah)} <span>/ {product.unit}</span>
              </span>
            </span>
            {product.barred && <p class="flaw">Ditarik dinas: {product.barred.reason}</p>}
            <fieldset class="switch" disabled={act.busy}>
              <legend class="away">{product.name}</legend>
              <button
                type="button"
                aria-pressed={product.active}
                disabled={product.barred !== undefined}
                onClick={() => set(product, true)}
              >
                Tersedia
              </button>
              <button type="button" aria-pressed={!product.active} onClick={() => set(product, false)}>
                Habis
              </button>
            </fieldset>
          </li>
        ))}
      </ul>
      <details>
        <summary>
          <span>+ Tambah barang</span>
        </summary>
        <ProductForm
          call={call}
          session={session}
          merchantId={merchantId}
          category={category}
          onDone={() => void again()}
        />
      </details>
    </section>
  );
};
