import type { Output } from '../../../shared/contract.ts';
import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';

export const SLUG = 'modal';
type Found = Output<'GET /cities/{city}/banks'>;

const Banks = ({ asked: { place }, found: { banks } }: { asked: AskedCity; found: Found }) =>
  banks.length === 0 ? (
    <Notice
      title="Belum ada bank"
      text="Catat bank yang diminta kota memberi modal kepada usaha kecil, dengan skema dan syaratnya."
    />
  ) : (
    <DataTable
      caption="Bank dan skema yang berlaku hari ini. Pemilik toko membacanya di Toko saya, Modal usaha."
      columns={[
        {
          name: 'Bank',
          show: ({ bankId, name }) => (
            <a href={dasborAddress(`${SLUG}/${bankId}`, place)}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        {
          name: 'Skema hari ini',
          show: ({ schemes }) =>
            schemes.length === 0
              ? 'Tidak ada'
              : schemes.map(({ name, upToRupiah }) => `${name} sampai ${rupiah(upToRupiah)}`).join('; '),
        },
        { name: 'Permohonan', show: ({ open }) => (open ? 'Diterima' : 'Tidak diterima') },
      ]}
      rows={banks}
      keyOf={({ bankId }) => bankId}
    />
  );

type Statistics = Output<'GET /cities/{city}/capital-statistics/{year}'>;
/** Fewer than five are told by no number. */
const told = (many: number): string => (many === 0 ? 'kurang dari 5' : `${count(many)} lebih`);
const counts = [
  { name: 'Dikirim', number: true, show: ({ sent }: Counts) => told(sent) },
  { name: 'Diterima', number: true, show: ({ accepted }: Counts) => told(accepted) },
  { name: 'Ditolak', number: true, show: ({ declined }: Counts) => told(declined) },
] as const;
type Counts = { readonly sent: number; readonly accepted: number; readonly declined: number };

const Results = ({
  asked: { place },
  statistics: { banks, districts },
}: {
  asked: AskedCity;
  statistics: Statistics;
}) =>
  banks.length === 0 ? (
    <Notice
      title="Belum cukup permohonan"
      text="Angka muncul sesudah satu bank menerima lima permohonan lewat Pasar Rata, agar permohonan satu toko tidak terbaca."
    />
  ) : (
    <>
      <DataTable
        caption="Per bank. Angka dibulatkan ke bawah per lima, agar jawaban untuk satu toko tidak terbaca. Di bawah lima tidak ditampilkan."
        columns={[{ name: 'Bank', show: ({ bankName }) => <bdi>{bankName}</bdi> }, ...counts]}
        rows={banks}
        keyOf={({ bankId }) => bankId}
      />
      <DataTable
        caption="Per kecamatan toko."
        columns={[{ name: 'Kecamatan', show: ({ district }) => districtName(place.city, district) }, ...counts]}
        rows={districts}
        keyOf={({ district }) => district}
      />
    </>
  );

/** Banks that the city asked to give credit, and what they offer; or one of them. */
export const openCapital = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest, query } = asked;
  if (rest !== '') {
    const { openBank } = await import('./bank-page.tsx');
    return openBank(asked);
  }
  const params = { city: place.code };
  const isResults = query['lihat'] === 'hasil';
  const [found, statistics] = await Promise.all([
    isResults ? undefined : call('GET /cities/{city}/banks', { params }),
    isResults
      ? call('GET /cities/{city}/capital-statistics/{year}', {
          params: { ...params, year: today(place.code).slice(0, 4) },
        })
      : undefined,
  ]);
  const results = dasborAddress(SLUG, place, { lihat: 'hasil' });
  const page = (
    <section aria-labelledby="modal-kota">
      <h1 id="modal-kota">Modal usaha</h1>
      {kinds.includes('city-admin') && (
        <p class="links">
          <a href={dasborAddress(`${SLUG}/baru`, place)}>Catat bank</a>
        </p>
      )}
      <ViewTabs
        label="Modal usaha"
        at={isResults ? results : dasborAddress(SLUG, place)}
        views={[
          { name: 'Bank dan skema', to: dasborAddress(SLUG, place) },
          { name: 'Hasil tahun ini', to: results },
        ]}
      />
      {found && <Banks asked={asked} found={found} />}
      {statistics && <Results asked={asked} statistics={statistics} />}
    </section>
  );
  return { title: 'Modal usaha', page };
};
