import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { Form, filled, TextField } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Check = Output<'GET /papers/{code}'>;

/** Letters and figures of a fingerprint as people type them. */
export const typedMark = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-f]/g, '');
export const MARK = 16;

/** Whether the fingerprint on a copy is the issued one's: any other content has another. */
export const Compared = ({ hash, mark }: { hash: string; mark: string }) =>
  hash.startsWith(mark) ? (
    <div class="say done">
      <h2>Kode pengamannya sama</h2>
      <p>Kode pada kertas ini dibuat dari berkas yang diterbitkan. Cocokkan juga yang tertulis di bawah.</p>
    </div>
  ) : (
    <div class="say wrong" role="alert">
      <h2>Salinan ini berbeda</h2>
      <p>
        Kode pengaman pada kertas bukan milik berkas yang diterbitkan. Kertas itu diubah, atau kodenya diambil dari
        berkas lain.
      </p>
    </div>
  );

/** A paper read by eye carries its fingerprint beside the code. */
export const MarkForm = ({ onMark }: { onMark: (mark: string) => void }) => (
  <Form onSubmit={(form) => onMark(typedMark(filled(form).mark ?? ''))}>
    <TextField
      label="Kode pengaman di kertas"
      name="mark"
      help={`${MARK} huruf dan angka di sebelah kode QR.`}
      required
    />
    <button class="line" type="submit">
      Bandingkan
    </button>
  </Form>
);

/** What a paper with this code says, for everybody who holds a copy: another figure on the copy is a changed copy. */
export const PaperCheckPage = ({ paper, carried }: { paper: Check; carried: string | undefined }) => {
  const [mark, setMark] = useState(carried ? typedMark(carried) : undefined);
  return (
    <>
      <PageTop title="Cek surat" back="/" />
      <Main>
        {paper.ended ? (
          <div class="say wrong" role="alert">
            <h2>Surat ini terdaftar, pesanannya sudah tidak berlaku</h2>
            <p>Pesanan itu kemudian {paper.state}. Jangan menyerahkan barang atau uang karena surat ini.</p>
          </div>
        ) : (
          <div class="say done">
            <h2>Surat ini terdaftar</h2>
            <p>Cocokkan isinya dengan kertas Anda. Yang berbeda di kertas berarti kertasnya diubah.</p>
          </div>
        )}
        {paper.doubted && (
          <p class="say wrong" role="alert">
            Penjual belum menemukan uangnya, atau bendahara sudah mencatat bukti lain. Surat ini bukan bukti bahwa
            uangnya diterima.
          </p>
        )}
        {paper.movedTo && (
          <p class="say" role="status">
            Hari antar sudah dipindah: barangnya diantar <b>{day(paper.movedTo)}</b>, bukan pada hari yang tertulis di
            surat.
          </p>
        )}
        {mark !== undefined && <Compared hash={paper.hash} mark={mark.length < MARK ? 'x' : mark} />}
        <dl class="facts check-facts">
          <dt>Surat</dt>
          <dd>{paper.name}</dd>
          {paper.number && (
            <>
              <dt>Nomor</dt>
              <dd>{paper.number}</dd>
            </>
          )}
          <dt>Tanggal</dt>
          <dd>{day(paper.on)}</dd>
          <dt>Dinas</dt>
          <dd>{paper.office}</dd>
          <dt>Penjual</dt>
          <dd>
            <bdi>{paper.shop}</bdi>
          </dd>
          <dt>Jumlah</dt>
          <dd>
            <b>{rupiah(paper.rupiah)}</b>
          </dd>
          <dt>Pesanan</dt>
          <dd>{paper.state}</dd>
          <dt>Kode</dt>
          <dd>{paper.code}</dd>
          <dt>Kode pengaman</dt>
          <dd class="mark">{paper.hash.slice(0, MARK)}</dd>
        </dl>
        {carried === undefined && <MarkForm onMark={setMark} />}
      </Main>
    </>
  );
};
