import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { useIntent } from '../../kit/intent.ts';
import type { Order } from '../orders/states.ts';
import { feesOf, placeProposal } from './place-proposal.ts';

type Allocation = Output<'POST /cities/{city}/allocations'>;
type Props = { readonly call: Call; readonly order: Order };

/** What the new order says: all that the declined one said, of somebody else. */
const wishOf = ({ agency, deliverTo, buyerName, buyerPhone }: Order): Record<string, string> => ({
  purpose: agency?.purpose ?? '',
  budgetCode: agency?.budgetCode ?? '',
  eventDate: agency?.eventDate ?? '',
  street: deliverTo.address,
  name: buyerName,
  phone: buyerPhone ?? '',
  ...(agency?.room ? { room: agency.room } : {}),
  ...(deliverTo.note ? { landmark: deliverTo.note } : {}),
});

/** What is looked for instead, by the market's own rule; not asked again: who declined. */
const wantedFor = (order: Order, wanted: Allocation['wanted'] | undefined) => ({
  agencyId: order.agencyId ?? '',
  category: wanted?.category ?? order.lines[0]?.category ?? ('meeting-food' as const),
  ...(wanted?.similarTo === undefined ? {} : { similarTo: wanted.similarTo }),
  quantity: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  district: order.deliverTo.district,
  deliverOn: order.deliverOn,
  lots: 1,
  replaces: order.orderId,
});

/** An office's order that its shop declined: who could step in is named, and asked with one tap. */
export const Replacement = ({ call, order }: Props) => {
  const [former, setFormer] = useState<Allocation>();
  const [found, setFound] = useState<Allocation>();
  const act = useAct();
  const intent = useIntent();
  const allocationId = order.package?.allocationId;
  useEffect(() => {
    if (allocationId)
      void call('GET /allocations/{allocationId}', { params: { allocationId } }).then(setFormer, () => {});
  }, [allocationId]);
  const spare = former?.spare;
  const send = async (proposal: Allocation): Promise<void> => {
    const [placed] = await placeProposal(call, proposal, await feesOf(call, proposal), wishOf(order));
    if (placed) location.assign(`/pesanan/${placed.orderId}`);
  };
  const replace = () =>
    act.run(async () => {
      if (found) return send(found);
      const body = wantedFor(order, former?.wanted);
      const asked = { params: { city: order.cityCode }, body, headers: intent.headersFor(body) };
      const proposal = await call('POST /cities/{city}/allocations', asked);
      const [only, ...others] = proposal.suppliers;
      // The one that is named here, at the price that is named here: asked at once. Anybody else is shown first.
      const asNamed = only?.productId === spare?.productId && only?.priceRupiah === spare?.priceRupiah;
      if (asNamed && others.length === 0) return send(proposal);
      setFound(proposal);
    });
  return (
    <section class="block urgent">
      <h2>Cari pengganti</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      {found ? (
        <ul class="plain">
          {found.suppliers.map((one) => (
            <li key={one.productId} class="sum">
              <span>
                <bdi>{one.merchantName}</bdi>: {count(one.units)} {one.unit} {one.productName}
              </span>
              <b>{rupiah(one.valueRupiah)}</b>
            </li>
          ))}
        </ul>
      ) : spare ? (
        <p>
          Cadangan: <bdi>{spare.merchantName}</bdi>, {spare.productName} {rupiah(spare.priceRupiah)} per {spare.unit},
          bisa hingga {count(spare.maxUnits)} {spare.unit}.
        </p>
      ) : (
        <p>Toko ini menolak pesanan Anda. Pasar mencarikan yang lain untuk hari yang sama.</p>
      )}
      <button class="button" type="button" disabled={act.busy} onClick={replace}>
        {act.busy
          ? 'Mengirim…'
          : found
            ? `Pesan · ${rupiah(found.totalRupiah)}`
            : spare
              ? `Ganti dengan ${spare.merchantName}`
              : 'Cari pengganti'}
      </button>
      <p class="small quiet">Pesanan baru dikirim ke PPK untuk disetujui.</p>
    </section>
  );
};
