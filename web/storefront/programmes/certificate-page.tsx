import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { canonicalJson } from '../../../shared/domain/basics/keys/canonical.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Checked = Output<'GET /certificates/{code}'>;

const verdicts = {
  valid: [
    'say done',
    'Sertifikat ini berlaku',
    'Tanda tangan digitalnya cocok. Cocokkan nama dan programnya dengan yang Anda terima.',
  ],
  revoked: ['say wrong', 'Sertifikat ini sudah dicabut', 'Kota mencabut sertifikat ini. Alasannya ada di bawah.'],
  altered: [
    'say wrong',
    'Sertifikat ini tidak cocok',
    'Isinya tidak cocok dengan tanda tangannya. Jangan dipakai; beri tahu dinas.',
  ],
} as const;

/** Whether a file says what was issued, however it is spaced. */
const isSame = (text: string, credential: string): boolean => {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(JSON.parse(credential));
  } catch {
    return false;
  }
};

/** Somebody was sent the file: it is read on this device and held against the issued one. */
const Compare = ({ credential }: { credential: string }) => {
  const [same, setSame] = useState<boolean>();
  const read = async (file: File | undefined) => setSame(file && isSame(await file.text(), credential));
  return (
    <div class="entry">
      <label for="berkas">Bandingkan berkas JSON yang Anda terima</label>
      <input
        class="control"
        id="berkas"
        type="file"
        accept="application/json,.json"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p role="status">
        {same === true && 'Berkas ini sama dengan yang diterbitkan.'}
        {same === false && <span class="flaw">Berkas ini berbeda dari yang diterbitkan: isinya diubah.</span>}
      </p>
    </div>
  );
};

/** What a certificate says, and whether it holds, for everybody who was shown one. */
export const CertificatePage = ({ certificate }: { certificate: Checked }) => {
  const { code, shop, title, issuer, issuedAt, revoked, state, credential } = certificate;
  const [look, head, text] = verdicts[state];
  return (
    <>
      <PageTop title="Cek sertifikat" back="/" />
      <Main>
        <div class={look} role={state === 'valid' ? undefined : 'alert'}>
          <h2>{head}</h2>
          <p>{text}</p>
        </div>
        <dl class="facts check-facts">
          <dt>Usaha</dt>
          <dd>
            <bdi>{shop}</bdi>
          </dd>
          <dt>Program</dt>
          <dd>
            <bdi>{title}</bdi>
          </dd>
          <dt>Penerbit</dt>
          <dd>{issuer}</dd>
          <dt>Terbit</dt>
          <dd>{day(issuedAt)}</dd>
          <dt>Kode</dt>
          <dd>{code}</dd>
          {revoked && (
            <>
              <dt>Dicabut</dt>
              <dd>
                {day(revoked.at)}: <bdi>{revoked.reason}</bdi>
              </dd>
            </>
          )}
        </dl>
        {state === 'valid' && (
          <p class="acts">
            <a class="button" href={`/api/certificates/${code}/pdf`} download>
              Unduh PDF
            </a>
            <a
              class="line"
              href={`data:application/json;charset=utf-8,${encodeURIComponent(credential)}`}
              download={`sertifikat-${code}.json`}
            >
              Unduh JSON (Open Badges)
            </a>
          </p>
        )}
        <Compare credential={credential} />
      </Main>
    </>
  );
};
