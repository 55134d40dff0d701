import { useState } from 'preact/hooks';
import { rupiah } from '../../../../shared/domain/basics/wording.ts';
import type { Call } from '../../../entry/client.ts';
import type { Session } from '../../../entry/session.ts';
import { useAct } from '../../../kit/act.ts';
import { Summary } from '../../../kit/form.tsx';
import { later } from '../../../kit/later.tsx';
import { Photo } from '../../photos/photo.tsx';
import { AddProduct } from './add-product.tsx';
import { loadGoods, type OwnProduct } from './own-product.ts';

/* Goods are looked at every day, and seldom changed. */
const ChangeProduct = later(() => import('./change-product.tsx').then((module) => module.ChangeProduct));

type RowProps = {
  readonly call: Call;
  readonly session: Session;
  readonly product: OwnProduct;
  readonly busy: boolean;
  readonly onActive: (active: boolean) => void;
  readonly onDone: () => void;
};

const Row = ({ product, busy, onActive, ...changing }: RowProps) => {
  const [opened, setOpened] = useState(false);
  const { name, priceRupiah, unit, barred, active } = product;
  return (
    <li class="goods-row">
      <Photo product={product} eager={false} at="row" />
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        <span class="price">
          {rupiah(priceRupiah)} <span>/ {unit}</span>
        </span>
      </span>
      {barred && <p class="flaw">Ditarik dinas: {barred.reason}</p>}
      <fieldset class="switch" disabled={busy}>
        <legend class="away">{name}</legend>
        <button type="button" aria-pressed={active} disabled={barred !== undefined} onClick={() => onActive(true)}>
          Tersedia
        </button>
        <button type="button" aria-pressed={!active} onClick={() => onActive(false)}>
          Habis
        </button>
      </fieldset>
      <details onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
        <summary>
          <span>
            Ubah<span class="away"> {name}</span>
          </span>
        </summary>
        {opened && <ChangeProduct product={product} {...changing} />}
      </details>
    </li>
  );
};

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly merchantId: string;
  readonly category: OwnProduct['category'];
  readonly first: readonly OwnProduct[];
};

/** What the shop sells: available or gone in one tap, a new one in a minute, each changed where it stands. */
export const Goods = ({ call, session, merchantId, category, first }: Props) => {
  const [goods, setGoods] = useState(first);
  const act = useAct();
  const again = async () => setGoods(await loadGoods(call, merchantId));
  const reread = () => void again().catch(() => undefined);
  const set = ({ productId }: OwnProduct, active: boolean) =>
    act.run(async () => {
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
          <Row
            key={product.productId}
            call={call}
            session={session}
            product={product}
            busy={act.busy}
            onActive={(active) => void set(product, active)}
            onDone={reread}
          />
        ))}
      </ul>
      <details>
        <summary>
          <span>+ Tambah barang</span>
        </summary>
        <AddProduct call={call} session={session} merchantId={merchantId} category={category} onDone={reread} />
      </details>
    </section>
  );
};
