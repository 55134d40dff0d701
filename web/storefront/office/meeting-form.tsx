import { useEffect, useState } from 'preact/hooks';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { addDays } from '../../../shared/domain/basics/month.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { goodsOf } from '../../../shared/domain/catalogue/goods.ts';
import { type Call, Refusal } from '../../entry/client.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { useIntent } from '../../kit/intent.ts';
import type { City } from '../../kit/places.ts';
import { firstDay, today } from '../../kit/today.ts';
import { ReceiverFields } from '../cart/check/addresses/receiver-fields.tsx';
import { OfficeFields } from '../cart/check/office-fields.tsx';
import { forgetWish, keepWish, keptWish } from './kept-wish.ts';
import { feesOf, placeProposal } from './place-proposal.ts';
import { type Allocation, DIVIDED, Proposal } from './proposal.tsx';

/** As many shops as one package may have. */
const parts: readonly Choice[] = [
  ['', 'Menurut aturan kota'],
  ...[2, 3, 4, 5].map((many): Choice => [String(many), `${many} bagian`]),
];

type Fees = ReadonlyMap<string, number>;
type Props = {
  readonly call: Call;
  readonly city: City;
  readonly agencyId: string;
  /** There are orders now that wait for the approver. */
  readonly onPlaced: () => void;
};

/** The kinds of goods that are offered, each by its shortest name: who asks for boxes wants no thermos of coffee. */
const useKinds = (call: Call, city: string, category: string): readonly Choice[] => {
  const [kinds, setKinds] = useState<readonly Choice[]>([]);
  useEffect(() => {
    const query = { category: category as Allocation['wanted']['category'], limit: 100 };
    void call('GET /cities/{city}/products', { params: { city }, query }).then(
      ({ items }) => {
        const kinds = new Map<string, (typeof items)[number]>();
        for (const good of items) {
          const known = kinds.get(goodsOf(good));
          if (!known || good.name.length < known.name.length) kinds.set(goodsOf(good), good);
        }
        setKinds([...kinds.values()].map(({ productId, name, unit }): Choice => [productId, `${name} (per ${unit})`]));
      },
      () => setKinds([]),
    );
  }, [city, category]);
  return kinds;
};

type WishProps = Omit<Props, 'onPlaced'> & {
  readonly act: Act;
  /** Whether a proposal stands already. */
  readonly again: boolean;
  readonly onWish: (form: HTMLFormElement) => void;
  readonly onTyped: (form: HTMLFormElement) => void;
};
const WishForm = ({ call, city, agencyId, act, again, onWish, onTyped }: WishProps) => {
  const now = today(city.cityCode);
  const soon = addDays(now, 4);
  const [kept] = useState(() => keptWish(agencyId));
  const [year, setYear] = useState((kept['deliverOn'] ?? soon).slice(0, 4));
  const [category, setCategory] = useState(kept['category'] ?? 'meeting-food');
  const { purpose = '', budgetCode = '', eventDate = '' } = kept;
  const kinds = useKinds(call, city.cityCode, category);
  const typed = (form: HTMLFormElement) => {
    const given = filled(form);
    keepWish(agencyId, given);
    setYear(given['deliverOn']?.slice(0, 4) ?? year);
    setCategory(given['category'] ?? category);
    onTyped(form);
  };
  return (
    <Form onSubmit={onWish} onInput={typed}>
      <OfficeFields
        call={call}
        agencyId={agencyId}
        year={year}
        office={{ agencyId, purpose, budgetCode, eventDate }}
        refusal={act.refusal}
      />
      <SelectField
        label="Yang dibutuhkan"
        name="category"
        value={category}
        choices={Object.entries(categories) as [string, string][]}
      />
      {kinds.length > 1 && (
        <SelectField
          label="Barang sejenis (boleh kosong)"
          name="similarTo"
          help="Supaya semua mendapat barang yang sama."
          value={kept['similarTo']}
          choices={[['', 'Apa saja'], ...kinds]}
        />
      )}
      <TextField
        label="Porsi atau jumlah"
        name="quantity"
        inputMode="numeric"
        required
        value={kept['quantity']}
        flaw={flawAt(act.refusal, '/quantity')}
      />
      <SelectField
        label="Dibagi menjadi (boleh kosong)"
        name="lots"
        help="Tiap bagian untuk usaha yang paling sedikit menerima pesanan."
        value={kept['lots']}
        choices={parts}
      />
      <TextField label="Anggaran per orang (boleh kosong)" name="perHead" inputMode="numeric" value={kept['perHead']} />
      <TextField
        label="Tanggal diantar"
        name="deliverOn"
        type="date"
        required
        value={kept['deliverOn'] ?? soon}
        min={firstDay(city)}
        flaw={flawAt(act.refusal, '/deliverOn')}
      />
      <ReceiverFields call={call} city={city} agencyId={agencyId} signedIn delivery={kept} refusal={act.refusal} />
      <button class={again ? 'line' : 'button'} type="submit" disabled={act.busy}>
        {again ? 'Hitung lagi' : 'Lihat pembagian'}
      </button>
    </Form>
  );
};

const Placed = ({ orders }: { orders: number }) => (
  <div class="say done" role="status">
    <h2>{orders} pesanan dikirim ke PPK</h2>
    <p>Setelah disetujui, penjual menerima pesanannya. Semua tetap satu paket.</p>
    <a href="/kantor/">Lihat pesanan kantor</a>
  </div>
);

/** One shop for all of it, and nobody said that it should be so. */
const mayDivide = ({ suppliers, wanted }: Allocation): boolean =>
  suppliers.length === 1 && wanted.lots === undefined && wanted.quantity >= DIVIDED;

/** Says in the form into how many parts, and asks again: what stands in the form is what was asked. */
const divide = (): void => {
  const lots = document.querySelector<HTMLSelectElement>('#lots');
  if (!lots) return;
  lots.value = String(DIVIDED);
  lots.dispatchEvent(new Event('input', { bubbles: true }));
  lots.form?.requestSubmit();
};

/** What a proposal was made for: another wish is proposed for again; words and account may still change. */
const PROPOSED_FOR = ['category', 'similarTo', 'quantity', 'lots', 'district', 'deliverOn'];

/** A meeting in one form: how many, when, where, from which account; the market proposes who makes it. */
export const MeetingForm = ({ call, city, agencyId, onPlaced }: Props) => {
  const [proposal, setProposal] = useState<Allocation>();
  const [fees, setFees] = useState<Fees>(new Map());
  const [wish, setWish] = useState<Record<string, string>>({});
  const [orders, setOrders] = useState<number>();
  const act = useAct();
  const intent = useIntent();
  useEffect(() => setProposal(undefined), [agencyId]);
  const typed = (form: HTMLFormElement) => {
    const given = filled(form);
    if (PROPOSED_FOR.some((name) => given[name] !== wish[name])) setProposal(undefined);
    setWish(given);
  };
  const propose = (form: HTMLFormElement) =>
    act.run(async () => {
      const given = filled(form);
      setWish(given);
      const { category = 'meeting-food', quantity = '0', district = '', deliverOn = '', similarTo, lots } = given;
      const body = {
        agencyId,
        category: category as Allocation['wanted']['category'],
        quantity: typedNumber(quantity),
        district,
        deliverOn,
        ...(similarTo ? { similarTo } : {}),
        ...(lots ? { lots: typedNumber(lots) } : {}),
      };
      const asked = { params: { city: city.cityCode }, body, headers: intent.headersFor(body) };
      const found = await call('POST /cities/{city}/allocations', asked);
      setFees(await feesOf(call, found));
      setProposal(found);
      intent.done();
    });
  const place = () =>
    act.run(async () => {
      if (!proposal) return;
      const placed = await placeProposal(call, proposal, fees, wish).catch(async (error) => {
        // A shop asks for another fee now: the sum is shown again before it is sent again.
        if (error instanceof Refusal && error.code === 'price_changed') setFees(await feesOf(call, proposal));
        throw error;
      });
      forgetWish(agencyId);
      setOrders(placed.length);
      onPlaced();
    });
  if (orders !== undefined) return <Placed orders={orders} />;
  return (
    <div class="form">
      {act.refusal && <Summary refusal={act.refusal} />}
      <WishForm
        call={call}
        city={city}
        agencyId={agencyId}
        act={act}
        again={proposal !== undefined}
        onWish={propose}
        onTyped={typed}
      />
      {proposal && (
        <>
          <Proposal
            proposal={proposal}
            fees={fees}
            perHead={typedNumber(wish['perHead']) || 0}
            onDivide={mayDivide(proposal) ? divide : undefined}
            busy={act.busy}
          />
          <button class="button" type="button" disabled={act.busy} onClick={place}>
            {act.busy ? 'Mengirim…' : 'Kirim ke PPK'}
          </button>
        </>
      )}
    </div>
  );
};
