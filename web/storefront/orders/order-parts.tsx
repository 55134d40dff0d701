import { phone, rupiah, whatsApp } from '../../../shared/domain/basics/wording.ts';
import { productAddress } from '../../../shared/domain/pages/address.ts';
import { longDay } from '../../kit/days.ts';
import { type City, districtName } from '../../kit/places.ts';
import { isFetched, type Order, stateName } from './states.ts';

/** A good's own page says more of it, and whom to ask. */
const Good = ({ line: { productId, name }, city }: { line: Order['lines'][number]; city: City | undefined }) =>
  city ? <a href={productAddress(city, { productId, name })}>{name}</a> : <span>{name}</span>;

/** What was ordered, of whom, and for how much. */
export const Lines = ({ order, city }: { order: Order; city: City | undefined }) => (
  <section class="block">
    <h2>
      <bdi>{order.merchantName}</bdi>
    </h2>
    <ul class="plain">
      {order.lines.map((line) => (
        <li key={line.productId} class="sum">
          <span>
            {line.quantity} {line.unit} <Good line={line} city={city} />
            {line.received > 0 && line.received < line.quantity && (
              <span class="small quiet"> (diterima {line.received})</span>
            )}
          </span>
          <b>{rupiah(line.priceRupiah * line.quantity)}</b>
        </li>
      ))}
    </ul>
    {order.delivery && order.delivery.feeRupiah > 0 && (
      <p class="sum">
        <span>Ongkos antar</span> <b>{rupiah(order.delivery.feeRupiah)}</b>
      </p>
    )}
    <p class="sum">
      <span>Total</span> <b>{rupiah(order.totalRupiah)}</b>
    </p>
  </section>
);

/** Where it goes or is fetched, for whom. */
export const Where = ({ order, city }: { order: Order; city: City | undefined }) => (
  <section class="block">
    <h2>
      {order.delivery?.pickUp ? 'Diambil sendiri' : 'Diantar'} {longDay(order.deliverOn)}
    </h2>
    <p>
      <bdi>{order.buyerName}</bdi>
      {order.buyerPhone && ` · ${phone(order.buyerPhone)}`}
    </p>
    <p>
      {order.deliverTo.address}
      {city && `, ${districtName(city, order.deliverTo.district)}`}
    </p>
    {order.agency?.room && (
      <p>
        Ruang <bdi>{order.agency.room}</bdi>
      </p>
    )}
    {order.delivery?.pickUp && <p>Jam ambil: {order.delivery.pickUp.hours}</p>}
    {order.deliverTo.note && <p class="quiet">Catatan: {order.deliverTo.note}</p>}
    {order.agency && (
      <p class="quiet">
        {order.agency.name} · <bdi>{order.agency.purpose}</bdi> · rekening {order.agency.budgetCode}
      </p>
    )}
  </section>
);

type AskProps = { readonly order: Order; readonly asBuyer: boolean; readonly city: City | undefined };
/** Whom to ask by WhatsApp: a seller its buyer, a buyer the office of the city. */
export const AskByWhatsApp = ({ order, asBuyer, city }: AskProps) => {
  const text = `Pesanan ${order.orderId.slice(-6)} di Pasar Rata: ${stateName(order.state, isFetched(order))}`;
  if (!asBuyer)
    return order.buyerPhone ? (
      <a class="line" href={whatsApp(text, order.buyerPhone)} rel="noopener noreferrer">
        Hubungi pembeli lewat WhatsApp
      </a>
    ) : null;
  const asked = `Halo, saya mau bertanya. ${text}, dari ${order.merchantName}.`;
  return city?.helpPhone ? (
    <a class="line" href={whatsApp(asked, city.helpPhone)} rel="noopener noreferrer">
      Tanya dinas lewat WhatsApp
    </a>
  ) : null;
};
