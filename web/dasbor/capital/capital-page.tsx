import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
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

/** Banks that the city asked to give credit, and what they offer; or one of them. */
export const openCapital = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest } = asked;
  if (rest !== '') {
    const { openBank } = await import('./bank-page.tsx');
    return openBank(asked);
  }
  const found = await call('GET /cities/{city}/banks', { params: { city: place.code } });
  const page = (
    <section aria-labelledby="modal-kota">
      <h1 id="modal-kota">Modal usaha</h1>
      {kinds.includes('city-admin') && (
        <p class="links">
          <a href={dasborAddress(`${SLUG}/baru`, place)}>Catat bank</a>
        </p>
      )}
      <Banks asked={asked} found={found} />
    </section>
  );
  return { title: 'Modal usaha', page };
};
