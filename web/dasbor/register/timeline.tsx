import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { dateTime, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';

type Page = Output<'GET /merchants/{merchantId}/timeline'>;
type Entry = Page['items'][number];

const colon = ({ about }: Entry): string => (about ? `: ${about}` : '');
const month = ({ month: of }: Entry): string => (of ? monthName(of) : '');
const proposalStates: Readonly<Record<string, string>> = {
  confirmed: 'disetujui',
  refused: 'ditolak',
  withdrawn: 'ditarik pemilik',
};
const accountStates: Readonly<Record<string, string>> = { given: 'diisi', changed: 'diganti', removed: 'dihapus' };

const words: Readonly<Record<Entry['kind'], (entry: Entry) => string>> = {
  registered: () => 'Mendaftar',
  returned: () => 'Dikembalikan untuk diperbaiki',
  resubmitted: () => 'Dikirim ulang',
  verified: () => 'Diverifikasi',
  suspended: (one) => `Ditangguhkan${colon(one)}`,
  lifted: () => 'Penangguhan diakhiri',
  claimed: () => 'Diambil pemiliknya',
  corrected: (one) => `Identitas diperbaiki kota${colon(one)}`,
  account: ({ about = '' }) => `Rekening ${accountStates[about] ?? 'diubah'}`,
  proposed: (one) => `Mengusulkan perubahan${colon(one)}`,
  'proposal-decided': ({ about = '' }) => `Usulan ${proposalStates[about] ?? 'diputuskan'}`,
  helped: () => 'Dibantu orang lain',
  'goods-added': (one) => `Menambah barang${colon(one)}`,
  'goods-withdrawn': (one) => `Barang ditarik kota${colon(one)}`,
  'goods-kept': (one) => `Barang diperiksa, boleh dijual${colon(one)}`,
  review: ({ count = 0, about = '' }) => `Ulasan ${count} dari 5 untuk ${about}`,
  report: (one) => `Melaporkan penjualan lain ${month(one)}: ${rupiah(one.rupiah ?? 0)}`,
  objection: (one) => `Keberatan urutan${colon(one)}`,
  'first-sale': (one) => `Penjualan pertama, ${month(one)}: ${rupiah(one.rupiah ?? 0)} dari ${one.count ?? 0} pesanan`,
  sold: (one) => `${month(one)}: ${rupiah(one.rupiah ?? 0)} dari ${one.count ?? 0} pesanan`,
  unsold: ({ count = 1, ...one }) => `${month(one)}: belum menjual${count > 1 ? `, sudah ${count} bulan` : ''}`,
};

type Props = { readonly asked: AskedCity; readonly first: Page; readonly merchantId: string };
/** What happened to a shop, newest first. */
export const Timeline = ({ asked: { call, place }, first, merchantId }: Props) => {
  const [{ items, next }, setPage] = useState<Page>(first);
  const act = useAct();
  const more = () =>
    act.run(async () => {
      const query = { limit: 50, ...(next === null ? {} : { cursor: next }) };
      const older = await call('GET /merchants/{merchantId}/timeline', { params: { merchantId }, query });
      setPage({ items: [...items, ...older.items], next: older.next });
    });
  return (
    <section aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      <ul class="rows">
        {items.map((entry) => (
          <li key={`${entry.at} ${entry.key}`}>
            <time class="quiet small" dateTime={entry.at}>
              {dateTime(entry.at, place.city.zone)}
            </time>
            <br />
            <bdi>{words[entry.kind](entry)}</bdi>
          </li>
        ))}
      </ul>
      {act.refusal && <Summary refusal={act.refusal} />}
      {next !== null && (
        <button class="line" type="button" disabled={act.busy} onClick={() => void more()}>
          Lihat yang lebih lama
        </button>
      )}
    </section>
  );
};
