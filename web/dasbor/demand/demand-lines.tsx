import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { ListSheets } from '../../kit/desk/list-sheets.tsx';
import { Form, SelectField, Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import { addressOf, type Wanted } from './wanted.ts';

export type Lines = Output<'GET /cities/{city}/demand/{year}/lines'>;
type Line = Lines['items'][number];

const choices = [...Object.entries(categories), ['none', 'Tidak dijual di pasar ini']] as const;
const why = ({ by, because }: Line): string =>
  by === 'correction' ? 'kata petugas kota' : because === null ? 'belum dikenali' : `kata "${because}"`;

/** One line is corrected at a time; what is said of it holds for all like it. */
const Correct = ({ asked: { call, place, again }, line }: { asked: AskedCity; line: Line }) => {
  const [said, setSaid] = useState('');
  const act = useAct();
  const { agencyId, rupCode, year } = line;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const chosen = String(new FormData(form).get(`kategori-${rupCode}`));
      const category = chosen === 'none' ? null : (chosen as Category);
      const params = { city: place.code, year, agencyId, rupCode };
      // Told what a colleague said meanwhile, whoever presses again means it.
      const told = act.refusal?.status === 412;
      const asks = { params, body: told ? { category } : { category, seen: line.category } };
      const { alike } = await call('PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category', asks);
      setSaid(`Tersimpan untuk ${count(alike)} paket yang serupa.`);
      again();
    });
  return (
    <details>
      <summary>Perbaiki</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <SelectField
          label={`Kategori ${line.name}`}
          name={`kategori-${rupCode}`}
          choices={choices}
          value={line.category ?? 'none'}
        />
        <button class="line" type="submit" disabled={act.busy}>
          Simpan untuk semua yang serupa
        </button>
      </Form>
      <p role="status">{said}</p>
    </details>
  );
};

type Props = { readonly asked: AskedCity; readonly wanted: Wanted; readonly lines: Lines };
/** The lines behind a category, and whoever acts for the city says of each what it is. */
export const DemandLines = ({ asked, wanted, lines: { items, next } }: Props) => {
  const { place, kinds, session } = asked;
  const acts = kinds.includes('city-admin');
  return (
    <section aria-labelledby="paket">
      <h2 id="paket">Paket{wanted.month === undefined ? '' : ` ${monthName(wanted.month)}`}</h2>
      <DataTable
        caption="Nama paket dan pagu seperti diumumkan dinas dalam RUP."
        columns={[
          { name: 'Paket', show: ({ name }) => <bdi>{name}</bdi> },
          { name: 'Dinas', show: ({ agencyName }) => <bdi>{agencyName}</bdi> },
          { name: 'Bulan', show: ({ month }) => monthName(month) },
          { name: 'Pagu', number: true, show: (line) => rupiah(line.rupiah) },
          { name: 'Alasan', show: why },
          ...(acts ? [{ name: 'Tindakan', show: (line: Line) => <Correct asked={asked} line={line} /> }] : []),
        ]}
        rows={items}
        keyOf={({ agencyId, rupCode }) => agencyId + rupCode}
      />
      <More
        of="paket"
        next={next ? addressOf(place.code, { ...wanted, cursor: next }) : undefined}
        first={wanted.cursor && addressOf(place.code, { ...wanted, cursor: undefined })}
      />
      <ListSheets
        path={`/cities/${place.code}/demand/${wanted.year}/lines`}
        query={{ category: wanted.category, month: wanted.month }}
        token={session?.token}
      />
    </section>
  );
};
