import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { canonicalJson } from '../../../shared/domain/basics/keys/canonical.ts';
import { day, monthName } from '../../../shared/domain/basics/wording.ts';
import { hashOf } from '../../kit/files/file-hash.ts';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { Compared, MARK, MarkForm, typedMark } from '../papers/check-page.tsx';

type Check = Output<'GET /statement-packs/{code}'>;

/** What a JSON file says of itself, whole or its content alone, by the hash of that; undefined where it is none. */
const contentHash = async (file: File): Promise<string | undefined> => {
  try {
    const read = JSON.parse(await file.text()) as { pack?: { content?: unknown }; content?: unknown };
    return await hashOf(canonicalJson(read.pack?.content ?? read.content ?? read));
  } catch {
    return undefined;
  }
};

/** A copy is held against what was handed over, on this device: its figures leave it for nowhere. */
const CompareFile = ({ pack: { hash, pdfHash } }: { pack: Check }) => {
  const [same, setSame] = useState<boolean>();
  const read = async (file: File | undefined) =>
    setSame(file && (pdfHash === (await hashOf(file)) || hash === (await contentHash(file))));
  return (
    <div class="entry">
      <label for="berkas">Bandingkan berkas PDF atau JSON yang Anda terima</label>
      <input
        class="control"
        id="berkas"
        type="file"
        accept="application/pdf,application/json,.pdf,.json"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p class="small quiet">Berkas dibaca di perangkat Anda dan tidak dikirim ke mana pun.</p>
      <p role="status">
        {same === true && 'Berkas ini sama dengan yang diserahkan.'}
        {same === false && (
          <span class="flaw">Berkas ini berbeda dari yang diserahkan: isinya diubah, atau disimpan ulang.</span>
        )}
      </p>
    </div>
  );
};

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
        <CompareFile pack={pack} />
      </Main>
    </>
  );
};
