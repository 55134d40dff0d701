import { useState } from 'preact/hooks';
import type { Zone } from '../../../shared/domain/basics/month.ts';
import { dateTime, deadline } from '../../../shared/domain/basics/wording.ts';
import { zoneOf } from '../../../shared/rules/zones.ts';
import type { Call } from '../../entry/client.ts';
import { type Me, officesOf, shopsOf } from '../../entry/me.ts';
import type { Session } from '../../entry/session.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { later } from '../../kit/later.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import type { City } from '../../kit/places.ts';
import { PapersBlock } from '../papers/papers-block.tsx';
import { ReceiptButton } from '../papers/receipt-button.tsx';
import { PaymentBlock } from '../payments/payment-block.tsx';
import { OrderPhotos } from '../photos/order-photos.tsx';
import { ReviewForm } from '../reviews/review-form.tsx';
import { ActButtons } from './act-buttons.tsx';
import { DayBlock } from './day-block.tsx';
import { AskByWhatsApp, Lines, Where } from './order-parts.tsx';
import { ReceiveForm } from './receive-form.tsx';
import { RepeatButton } from './repeat-button.tsx';
import {
  holderOf,
  isFetched,
  isReceivable,
  type Order,
  type Side,
  stateName,
  stepName,
  tabOf,
  tabs,
} from './states.ts';

/** Of offices alone, and seldom. */
const OrderQuestions = later(() => import('../integrity/order-questions.tsx').then((code) => code.OrderQuestions));
/** Of orders that are brought, once the shop accepted. */
const DeliveryBlock = later(() => import('../deliveries/delivery-block.tsx').then((code) => code.DeliveryBlock));
/* Only an office whose order was declined looks for somebody else. */
const Replacement = later(() => import('../office/replacement.tsx').then((module) => module.Replacement));

export const sidesOf = (order: Pick<Order, 'merchantId' | 'agencyId' | 'buyer'>, me: Me): Side[] => {
  const seats = officesOf(me).filter(({ agencyId }) => agencyId === order.agencyId);
  const sides: Side[] = [];
  if (shopsOf(me).some(({ merchantId }) => merchantId === order.merchantId)) sides.push('merchant');
  if (order.agencyId === null ? order.buyer === me.person : seats.length > 0) sides.push('buyer');
  if (seats.some(({ role }) => role === 'approver')) sides.push('approver');
  return sides;
};

/** The goods have come, or were said to: there is something to photograph. */
const wasBrought = (state: Order['state']): boolean =>
  ['delivered', 'partly_received', 'received', 'disputed'].includes(state);

/** From then on somebody may be on the way with it. */
const wasAccepted = (state: Order['state']): boolean => state === 'accepted' || wasBrought(state);

const clockSentence = (
  { state, dueAt, agencyId, delivery }: Pick<Order, 'state' | 'dueAt' | 'agencyId' | 'delivery'>,
  zone: Zone,
): string | undefined => {
  if (!dueAt) return undefined;
  const at = deadline(dueAt, zone);
  if (state === 'delivered' && agencyId === null)
    return `Dianggap diterima otomatis ${at}${isFetched({ delivery }) ? '' : ', kecuali ditolak saat diantar'}.`;
  if (state === 'placed' || state === 'awaiting_approval') return `Batal otomatis ${at}.`;
  return `Batas waktu ${at}.`;
};

/** What has become of it, newest last; who holds it up now and since when. */
const Timeline = ({ order, zone }: { order: Order; zone: Zone }) => {
  const holder = holderOf(order);
  const last = order.history.at(-1);
  return (
    <section class="block">
      <h2>Perjalanan pesanan</h2>
      <ol class="timeline">
        {order.history.map((step) => (
          <li key={step.at + step.state}>
            <b>{stepName(step, isFetched(order))}</b>
            <span class="small quiet">{dateTime(step.at, zone)}</span>
            {step.reason && <span class="small">“{step.reason}”</span>}
          </li>
        ))}
      </ol>
      {holder && last && (
        <p class="small">
          Menunggu <bdi>{holder}</bdi> sejak {dateTime(last.at, zone)}. {clockSentence(order, zone)}
        </p>
      )}
    </section>
  );
};

/** To the list it stands in: a shop's, an office's, or somebody's own. */
const backOf = ({ agencyId }: Pick<Order, 'agencyId'>, asBuyer: boolean): string =>
  asBuyer ? (agencyId === null ? '/pesanan/' : `/kantor/?dinas=${agencyId}`) : '/toko-saya/';

/** Within a sentence; PPK stays PPK. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

type PageProps = {
  readonly call: Call;
  readonly session: Session;
  readonly me: Me;
  readonly order: Order;
  readonly city: City | undefined;
};

/** One order, for its parties: where it stands, who must act, and the one thing to do next. */
export const OrderPage = ({ call, session, me, order: first, city }: PageProps) => {
  const [order, setOrder] = useState(first);
  // A photo or a payment completes papers without another version of the order.
  const [told, setTold] = useState(0);
  const more = () => setTold((so) => so + 1);
  const zone: Zone = zoneOf(order.cityCode);
  const sides = sidesOf(order, me);
  const again = () =>
    void call('GET /orders/{orderId}', { params: { orderId: order.orderId } }).then(setOrder, () => location.reload());
  const asBuyer = sides.includes('buyer');
  const fetched = isFetched(order);
  const seat = officesOf(me).find(({ agencyId }) => agencyId === order.agencyId);
  const mayAnswer = seat?.role === 'buyer' || seat?.role === 'approver';
  // Money and papers come first; who pays for an office did not eat there.
  const mayReview = asBuyer && (order.agencyId === null || mayAnswer);
  const acts = <ActButtons call={call} order={order} sides={sides} fetched={fetched} onDone={again} />;
  // Who has to answer finds it first; to a buyer, calling off and complaining come after everything else.
  const answers = sides.some((side) => side !== 'buyer');
  return (
    <>
      <PageTop title={`Pesanan ${inSentence(stateName(order.state, fetched))}`} back={backOf(order, asBuyer)} />
      <Main>
        <ol class="steps">
          {tabs.slice(0, 4).map((tab) => (
            <li key={tab} aria-current={tab === tabOf(order.state) ? 'step' : undefined}>
              {fetched && tab === 'Dikirim' ? 'Diambil' : tab}
            </li>
          ))}
        </ol>
        {answers && acts}
        {order.agencyId && asBuyer && <OrderQuestions call={call} orderId={order.orderId} mayAnswer={mayAnswer} />}
        {order.agencyId && order.state === 'declined' && asBuyer && <Replacement call={call} order={order} />}
        <DayBlock key={`hari-${order.version}`} call={call} order={order} sides={sides} onDone={again} />
        {isReceivable(order.state, sides) && (
          <ReceiveForm key={order.version} call={call} token={session.token} order={order} onDone={again} />
        )}
        {order.delivery?.way !== 'pick-up' && wasAccepted(order.state) && (
          <DeliveryBlock
            key={`kurir-${order.version}`}
            call={call}
            orderId={order.orderId}
            sells={sides.includes('merchant')}
            isTold={order.state !== 'accepted'}
            zone={zone}
            sendable={order.state !== 'received' && order.state !== 'cancelled'}
          />
        )}
        <PaymentBlock
          call={call}
          token={session.token}
          orderId={order.orderId}
          waits={order.state === 'placed'}
          brought={wasBrought(order.state)}
          sides={sides}
          isTreasurer={officesOf(me).some(({ agencyId, role }) => agencyId === order.agencyId && role === 'treasurer')}
          version={order.version}
          onDone={more}
        />
        <OrderPhotos
          call={call}
          token={session.token}
          orderId={order.orderId}
          // Who receives sends them with the handover; in a dispute either side shows what came.
          mayAdd={wasBrought(order.state) && (order.state === 'disputed' || !isReceivable(order.state, sides))}
          version={order.version + told}
          onDone={more}
        />
        {order.agencyId && (
          <PapersBlock
            call={call}
            token={session.token}
            orderId={order.orderId}
            mayIssue={asBuyer}
            version={order.version + told}
          />
        )}
        {order.state === 'received' && mayReview && (
          <ReviewForm call={call} token={session.token} orderId={order.orderId} />
        )}
        <Lines order={order} city={city} />
        <Where order={order} city={city} />
        {!answers && acts}
        <Timeline order={order} zone={zone} />
        <ReceiptButton token={session.token} order={order} />
        {asBuyer && <RepeatButton call={call} orderId={order.orderId} />}
        <AskByWhatsApp order={order} asBuyer={asBuyer} city={city} />
        <p class="small quiet">Nomor pesanan {order.orderId}</p>
      </Main>
      <BottomBar at="pesanan" />
    </>
  );
};
