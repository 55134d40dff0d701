import { phone, rupiah } from '../../../../shared/domain/basics/wording.ts';
import { longDay } from '../../../kit/days.ts';
import { type City, districtName } from '../../../kit/places.ts';
import { type Cart, shopsOf } from '../cart.ts';
import { allPickedUp, type Coming } from '../terms.ts';
import { ComingLines } from './coming-lines.tsx';
import { addressLine } from './delivery.ts';
import type { Draft } from './draft.ts';
/** Everything once more, as it will be sent. */
export const OrderReview = ({
  cart,
  city,
  draft: { delivery, deliverOn, office },
  how,
}: {
  cart: Cart;
  city: City;
  draft: Draft;
  how: readonly Coming[];
}) => (
  <>
    {shopsOf(cart).map(({ merchantId, merchantName, lines }) => (
      <section class="block" key={merchantId}>
        <h2>
          <bdi>{merchantName}</bdi>
        </h2>
        <ul class="plain">
          {lines.map(({ productId, name, quantity, unit, priceRupiah }) => (
            <li key={productId} class="sum">
              <span>
                {quantity} {unit} {name}
              </span>
              <b>{rupiah(priceRupiah * quantity)}</b>
            </li>
          ))}
        </ul>
        <ComingLines cart={cart} merchantId={merchantId} lines={lines} coming={how} />
      </section>
    ))}
    <section class="block">
      <h2>
        {allPickedUp(cart) ? 'Diambil' : 'Diantar'} {longDay(deliverOn)}
      </h2>
      <p>
        <bdi>{delivery.name}</bdi> · {phone((delivery.phone ?? '').replace(/[^\d+]/g, ''))}
      </p>
      {!allPickedUp(cart) && (
        <p>
          {addressLine({ ...delivery, street: delivery.street ?? '' })}, {districtName(city, delivery.district ?? '')}
        </p>
      )}
      {!allPickedUp(cart) && delivery.landmark && <p class="quiet">Patokan: {delivery.landmark}</p>}
      {office && (
        <p class="quiet">
          {office.purpose} · rekening {office.budgetCode}
        </p>
      )}
      <p>
        <a href="#alamat">Ubah</a>
      </p>
    </section>
    <p class="small quiet">
      Uang Anda langsung ke penjual. Penjual menerima pesanan dulu; cara membayar tampil sesudahnya.
    </p>
  </>
);
