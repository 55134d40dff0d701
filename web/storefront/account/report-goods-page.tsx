import type { Sent } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { filled, flawAt, SelectField, TextArea } from '../../kit/form.tsx';
import { ReportPage } from './report-page.tsx';

type Report = Sent<'POST /merchants/{merchantId}/products/{productId}/reports'>['body'];
const kinds: readonly (readonly [Report['kind'], string])[] = [
  ['banned', 'Barang yang dilarang'],
  ['fake', 'Palsu atau tiruan'],
  ['dangerous', 'Berbahaya atau kedaluwarsa'],
  ['misleading', 'Foto atau keterangan tidak sesuai'],
  ['price', 'Harga menyesatkan'],
  ['other', 'Alasan lain'],
];

type Props = { readonly call: Call; readonly query: Partial<Record<string, string>> };
/** Goods that the city should look at; the shop is not told by whom. */
export const ReportGoodsPage = ({ call, query }: Props) => {
  const { toko: merchantId = '', barang: productId = '', nama: name = 'Barang ini' } = query;
  return (
    <ReportPage
      title="Laporkan barang"
      after="Dinas memeriksa barangnya. Barang tetap tampil sampai dinas memutuskan."
      send={(form) => {
        const { jenis = 'other', keterangan: text } = filled(form);
        return call('POST /merchants/{merchantId}/products/{productId}/reports', {
          params: { merchantId, productId },
          body: { kind: jenis as Report['kind'], ...(text === undefined ? {} : { text }) },
        });
      }}
      fields={(refusal) => (
        <>
          <p>
            <b>
              <bdi>{name}</bdi>
            </b>
          </p>
          <p class="small quiet">Dibaca petugas dinas. Nama Anda tidak disebut kepada penjual.</p>
          <SelectField label="Apa yang salah?" name="jenis" choices={kinds} required />
          <TextArea label="Keterangan, bila perlu" name="keterangan" rows={3} flaw={flawAt(refusal, '/text')} />
        </>
      )}
    />
  );
};
