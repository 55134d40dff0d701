import { monthName, percent } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Source } from '../../kit/figure.tsx';
import { movedWords } from '../equity/trends/trends.ts';
import type { PolicyStep } from './policy-steps.ts';

const shareWords = (share: number | null): string => (share === null ? '–' : percent(share));
const movedOf = ({ before, since }: PolicyStep): string =>
  before === null || since === null ? '–' : movedWords(Math.round((since - before) * 100));

type Props = { readonly steps: readonly PolicyStep[]; readonly since: string };
/** Which city turned its rule, and what came after: side by side, without saying that one made the other. */
export const PolicyTable = ({ steps, since }: Props) => (
  <section aria-labelledby="aturan">
    <h2 id="aturan">Aturan urutan dan sesudahnya</h2>
    {steps.length === 0 ? (
      <p>Tidak ada kota yang mengubah aturan urutannya sejak {since}.</p>
    ) : (
      <DataTable
        caption="Yang paling membaik sesudah aturannya berubah ada di atas. Garis putus-putus di gambar: bulan aturan berubah."
        rows={steps}
        keyOf={({ code, from }) => `${code} ${from}`}
        columns={[
          {
            name: 'Kota',
            show: ({ name, turned }) => (
              <>
                {name}
                {turned.map((words) => (
                  <small key={words}>{words}</small>
                ))}
              </>
            ),
          },
          { name: 'Berlaku sejak', show: ({ from }) => monthName(from) },
          { name: 'Bulan sebelumnya', number: true, show: ({ before }) => shareWords(before) },
          { name: 'Sekarang', number: true, show: (step) => shareWords(step.since) },
          { name: 'Perubahan', number: true, show: movedOf },
        ]}
      />
    )}
    <Source
      source="Aturan urutan yang diumumkan setiap kota"
      how="Bagian usaha yang belum menjual pada bulan sebelum aturan berlaku dan pada bulan terakhir. Urutan waktu bukan bukti sebab: musim, usaha baru dan kunjungan petugas ikut mengubahnya."
    />
  </section>
);
