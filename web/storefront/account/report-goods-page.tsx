import { useState } from 'preact/hooks';
import type { Sent } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextArea } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

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
/** Points the city to goods. What happens with it is the city's to decide; the shop is not told by whom. */
export const ReportGoodsPage = ({ call, query }: Props) => {
  const [told, setTold] = useState(false);
  const act = useAct();
  const { toko: merchantId = '', barang: productId = '', nama: name = 'Barang ini' } = query;
  const send = (form: HTMLFormElement) => {
    const { jenis = 'other', keterangan: text } = filled(form);
    return act.run(async () => {
      await call('POST /merchants/{merchantId}/products/{productId}/reports', {
        params: { merchantId, productId },
        body: { kind: jenis as Report['kind'], ...(text === undefined ? {} : { text }) },
      });
      setTold(true);
    });
  };
  return (
    <>
      <PageTop title="Laporkan barang" back="/" />
      <Main>
        {act.refusal && <Summary refusal={act.refusal} />}
        {told ? (
          <Notice
            title="Laporan terkirim ke dinas"
            text="Dinas memeriksa barangnya. Barang tetap tampil sampai dinas memutuskan."
          >
            <a class="button" href="/">
              Kembali belanja
            </a>
          </Notice>
        ) : (
          <Form onSubmit={send}>
            <p>
              <b>
                <bdi>{name}</bdi>
              </b>
            </p>
            <p class="small quiet">Dibaca petugas dinas. Nama Anda tidak disebut kepada penjual.</p>
            <SelectField label="Apa yang salah?" name="jenis" choices={kinds} required />
            <TextArea label="Keterangan, bila perlu" name="keterangan" rows={3} flaw={flawAt(act.refusal, '/text')} />
            <button class="button" type="submit" disabled={act.busy}>
              Kirim laporan
            </button>
          </Form>
        )}
      </Main>
      <BottomBar />
    </>
  );
};
