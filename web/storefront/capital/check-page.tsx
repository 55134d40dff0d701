import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day, monthName } from '../../../shared/domain/basics/wording.ts';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { Compared, MARK, MarkForm, typedMark } from '../papers/check-page.tsx';

type Check = Output<'GET /statement-packs/{code}'>;

/** Whether a statement pack was handed over and is signed; its figures stand on the copy alone. */
export const PackCheckPage = ({ pack, carried }: { pack: Check; carried: string | undefined }) => {
  const [mark, setMark] = useState(carried ? typedMark(carried) : undefined);
  return (
    <>
      <PageTop title="Cek rekam usaha" back="/" />
      <Main>
        {pack.intact ? (
          <div class="say done">
            <h2>Rekam usaha ini dari Pasar Rata</h2>
            <p>Tanda tangannya cocok. Angkanya hanya ada di salinan Anda; bandingkan kode pengamannya.</p>
          </div>
        ) : (
          <div class="say wrong" role="alert">
            <h2>Tanda tangannya tidak cocok</h2>
            <p>Jangan pakai salinan ini. Minta rekam usaha baru ke pemilik tokonya.</p>
          </div>
        )}
        {mark !== undefined && <Compared hash={pack.hash} mark={mark.length < MARK ? 'x' : mark} />}
        <dl class="facts check-facts">
          <dt>Toko</dt>
          <dd>
            <bdi>{pack.shopName}</bdi>
          </dd>
          <dt>Bulan</dt>
          <dd>
            {monthName(pack.from)} sampai {monthName(pack.to)}
          </dd>
          <dt>Dibuat</dt>
          <dd>{day(pack.madeOn)}</dd>
          <dt>Kode</dt>
          <dd>{pack.code}</dd>
          <dt>Kode pengaman</dt>
          <dd class="mark">{pack.hash.slice(0, MARK)}</dd>
          <dt>Kunci umum</dt>
          <dd class="mark">{pack.publicKey}</dd>
        </dl>
        {carried === undefined && <MarkForm onMark={setMark} />}
      </Main>
    </>
  );
};
