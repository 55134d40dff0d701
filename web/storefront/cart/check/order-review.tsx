import type { ComponentChildren } from 'preact';
import { phone, rupiah } from '../../../../shared/domain/basics/wording.ts';
import type { Refusal } from '../../../entry/client.ts';
import { flawAt } from '../../../kit/form.tsx';
import { later } from '../../../kit/later.tsx';
import { type City, districtName } from '../../../kit/places.ts';
import { type Cart, type CartLine, shopsOf } from '../cart.ts';
import { allPickedUp, type Coming, closedUntil } from '../terms.ts';
import type { Trouble, Troubles } from '../troubles.ts';
import { ComingLines } from './coming-lines.tsx';
import { addressLine, noteOf } from './delivery.ts';
import type { Draft } from './draft.ts';
import { ShopChoiceFields } from './shop-choice.tsx';
import type { ShopChoice } from './shop-choices.ts';

const ClosedShop = later(() => import('./mend-shop.tsx').then((module) => module.ClosedShop));
const MendLine = later(() => import('../mend-line.tsx').then((module) => module.MendLine));

type Props = {
  readonly cart: Cart;
  readonly city: City;
  readonly draft: Draft;
  readonly how: readonly Coming[];
  readonly choices: readonly ShopChoice[];
  readonly refusal: Refusal | undefined;
  readonly troubles: Troubles;
  /** Why shops take no order now, by shop. */
  readonly closed: ReadonlyMap<string, string>;
  readonly onDraft: (draft: Draft) => void;
};

/** To whom and where to, once more; `children` is the offer to keep it. */
const Receiver = ({
  cart,
  city,
  draft: { delivery, office },
  children,
}: Pick<Props, 'cart' | 'city' | 'draft'> & { children?: ComponentChildren }) => {
  const [pickedUp, note] = [allPickedUp(cart), noteOf(delivery)];
  return (
    <section class="block">
      <p class="sum">
        <b>{pickedUp ? 'Diambil oleh' : 'Diantar ke'}</b> <a href="#alamat">Ubah</a>
      </p>
      <p>
        <bdi>{delivery.name}</bdi> · {phone((delivery.phone ?? '').replace(/[^\d+]/g, ''))}
      </p>
      {!pickedUp && (
        <p>
          {addressLine({ ...delivery, street: delivery.street ?? '' })}, {districtName(city, delivery.district ?? '')}
        </p>
      )}
      {!pickedUp && note && <p class="quiet">{note}</p>}
      {office && (
        <p class="quiet">
          <bdi>{office.purpose}</bdi> · rekening {office.budgetCode}
          {office.room && ` · ruang ${office.room}`}
        </p>
      )}
      {!pickedUp && children}
    </section>
  );
};

const CheckedLine = ({ line, trouble }: { line: CartLine; trouble: Trouble | undefined }) => (
  <li>
    <p class="sum">
      <span>
        {line.quantity} {line.unit} {line.name}
      </span>
      <b>{rupiah(line.priceRupiah * line.quantity)}</b>
    </p>
    {trouble && <MendLine line={line} trouble={trouble} />}
  </li>
);

/** Everything once more, as it will be sent, with each shop's day and way to pay to choose. */
export const OrderReview = (props: Props & { children?: ComponentChildren }) => {
  const { cart, city, draft, how, choices, refusal, troubles, closed, onDraft } = props;
  const shops = shopsOf(cart);
  return (
    <>
      <Receiver {...props} />
      {shops.map(({ merchantId, merchantName, lines }, at) => {
        const choice = choices.find((one) => one.merchantId === merchantId);
        const noDay = choice?.days?.length === 0 && !lines.some(({ productId }) => troubles.has(productId));
        const [refused, until] = [closed.get(merchantId), closedUntil(how[at]?.terms, city.cityCode)];
        const flaw = flawAt(refusal, `/shops/${at}/deliverOn`) ?? flawAt(refusal, `/shops/${at}/paymentWay`);
        return (
          <section class="block" key={merchantId} tabIndex={-1}>
            <h2>
              <bdi>{merchantName}</bdi>
            </h2>
            {(refused || noDay || until) && <ClosedShop merchantId={merchantId} detail={refused} until={until} />}
            <ul class="plain">
              {lines.map((line) => (
                <CheckedLine key={line.productId} line={line} trouble={troubles.get(line.productId)} />
              ))}
            </ul>
            <ComingLines cart={cart} merchantId={merchantId} lines={lines} coming={how} />
            {choice && choice.days?.length !== 0 && (
              <ShopChoiceFields
                choice={choice}
                pickUp={how.some((one) => one.merchantId === merchantId && one.pickUp)}
                flaw={flaw}
                onDay={(day) => onDraft({ ...draft, days: { ...draft.days, [merchantId]: day } })}
                onWay={(way) => onDraft({ ...draft, pays: { ...draft.pays, [merchantId]: way } })}
              />
            )}
          </section>
        );
      })}
      <p class="small quiet">
        {shops.length > 1 && `Menjadi ${shops.length} pesanan, satu untuk setiap toko. `}
        Uang Anda langsung ke penjual, tanpa potongan. Penjual menerima pesanan dulu; cara bayar masih bisa diganti
        sebelum Anda membayar.
      </p>
    </>
  );
};
