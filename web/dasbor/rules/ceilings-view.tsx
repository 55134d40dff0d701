import { useRef } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Column, DataTable } from '../../kit/desk/data-table.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';
import type { AskedCity } from '../opened.ts';

type Ceiling = Output<'GET /cities/{city}/price-ceilings'>['items'][number];

const EndForm = ({ asked: { call, place, again }, ceiling }: { asked: AskedCity; ceiling: Ceiling }) => {
  const act = useAct();
  const end = (form: HTMLFormElement) =>
    act.run(async () => {
      const { berakhir = '' } = filled(form);
      await call('POST /cities/{city}/price-ceilings/{ceilingId}/end', {
        params: { city: place.code, ceilingId: ceiling.ceilingId ?? '' },
        body: { validTo: berakhir },
      });
      again();
    });
  return (
    <details>
      <summary>Akhiri</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={end}>
        <TextField
          label="Hari terakhir berlaku"
          name="berakhir"
          type="date"
          required
          value={today(place.code)}
          flaw={flawAt(act.refusal, '/validTo')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          Akhiri batas harga
        </button>
      </Form>
    </details>
  );
};

const columnsOf = (asked: AskedCity): readonly Column<Ceiling>[] => [
  {
    name: 'Barang',
    show: ({ goods, category, source }) => (
      <>
        <bdi>{goods}</bdi>
        <small>
          {shortNames[category]} · {source}
        </small>
      </>
    ),
  },
  { name: 'Paling mahal', number: true, show: ({ ceilingRupiah, unit }) => `${rupiah(ceilingRupiah)} per ${unit}` },
  {
    name: 'Berlaku',
    show: ({ validFrom, validTo }) => `${day(validFrom)} ${validTo ? `sampai ${day(validTo)}` : 'dan seterusnya'}`,
  },
  {
    name: 'Ditetapkan',
    show: (one) => (
      <>
        {one.scope === 'country' ? 'seluruh Indonesia' : 'kota ini'}
        {one.ceilingId !== null && one.validTo === null && asked.kinds.includes('city-admin') && (
          <EndForm asked={asked} ceiling={one} />
        )}
      </>
    ),
  },
];

const AddForm = ({ asked: { call, place, again } }: { asked: AskedCity }) => {
  const act = useAct();
  // A repeat after a lost answer is the same ceiling, not a second one.
  const key = useRef(crypto.randomUUID());
  const add = (form: HTMLFormElement) =>
    act.run(async () => {
      const { kategori = '', barang = '', satuan = '', harga, mulai = '', sampai, sumber = '' } = filled(form);
      await call('POST /cities/{city}/price-ceilings', {
        params: { city: place.code },
        body: {
          category: kategori as Category,
          goods: barang,
          unit: satuan,
          ceilingRupiah: typedNumber(harga),
          validFrom: mulai,
          source: sumber,
          ...(sampai ? { validTo: sampai } : {}),
        },
        headers: { 'idempotency-key': key.current },
      });
      again();
    });
  const flaw = (name: string) => flawAt(act.refusal, `/${name}`);
  return (
    <Form onSubmit={add} onInput={() => (key.current = crypto.randomUUID())}>
      <h3>Tambah batas harga kota</h3>
      {act.refusal && <Summary refusal={act.refusal} />}
      <SelectField label="Kategori" name="kategori" choices={Object.entries(shortNames)} flaw={flaw('category')} />
      <TextField
        label="Nama barang"
        name="barang"
        help="Kata yang ada pada nama barangnya, misalnya beras premium."
        maxLength={60}
        required
        flaw={flaw('goods')}
      />
      <TextField label="Satuan" name="satuan" help="Misalnya kg." maxLength={40} required flaw={flaw('unit')} />
      <TextField
        label="Harga paling mahal untuk satu satuan (rupiah)"
        name="harga"
        inputMode="numeric"
        required
        flaw={flaw('ceilingRupiah')}
      />
      <TextField
        label="Mulai berlaku"
        name="mulai"
        type="date"
        required
        value={today(place.code)}
        flaw={flaw('validFrom')}
      />
      <TextField
        label="Hari terakhir"
        name="sampai"
        type="date"
        help="Kosongkan bila belum ada."
        flaw={flaw('validTo')}
      />
      <TextField label="Peraturannya" name="sumber" maxLength={200} required flaw={flaw('source')} />
      <button class="button" type="submit" disabled={act.busy}>
        Tetapkan batas harga
      </button>
    </Form>
  );
};

/** Official price ceilings: the country's and the city's own. A change of the law is a new one. */
export const CeilingsView = ({ asked, ceilings }: { asked: AskedCity; ceilings: readonly Ceiling[] }) => (
  <section aria-labelledby="batas-harga">
    <h2 id="batas-harga">Batas harga resmi</h2>
    <p>Barang di atas batas ini turun urutan. Batas yang berubah ditetapkan baru; yang lama diakhiri.</p>
    <DataTable
      caption={`Batas harga yang dipakai ${asked.place.name}.`}
      columns={columnsOf(asked)}
      rows={ceilings}
      keyOf={(one) => one.ceilingId ?? `${one.goods} ${one.unit} ${one.validFrom} ${one.ceilingRupiah}`}
    />
    {asked.kinds.includes('city-admin') && <AddForm asked={asked} />}
  </section>
);
