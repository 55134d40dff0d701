import type { Output } from '../../../shared/contract.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

/** What a paper with this code says, for everybody who holds a copy: another figure on the copy is a changed copy. */
export const PaperCheckPage = ({ paper }: { paper: Output<'GET /papers/{code}'> }) => (
  <>
    <PageTop title="Cek surat" back="/" />
    <Main>
      <div class="say done">
        <h2>Surat ini terdaftar</h2>
        <p>Cocokkan isinya dengan kertas Anda. Yang berbeda di kertas berarti kertasnya diubah.</p>
      </div>
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
        <dt>Kode</dt>
        <dd>{paper.code}</dd>
      </dl>
    </Main>
  </>
);
