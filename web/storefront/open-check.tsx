import { client, Refusal, type RefusalCode } from '../entry/client.ts';
import { given } from '../kit/address.ts';
import { BottomBar } from '../kit/bottom-bar.tsx';
import { Main, Notice } from '../kit/page.tsx';
import { PageTop } from '../kit/page-top.tsx';
import { show } from '../kit/show.tsx';
import { named } from './signing-in.tsx';

const openCertificate = async (code: string): Promise<void> => {
  const [{ CertificatePage }, certificate] = await Promise.all([
    import('./programmes/certificate-page.tsx'),
    client('/api')('GET /certificates/{code}', { params: { code } }),
  ]);
  show(named('Cek sertifikat'), <CertificatePage certificate={certificate} />);
};

const openUsability = async (mark: string, partnerId: string): Promise<void> => {
  const params = { partnerId, mark };
  const [{ UsabilityLinkPage }, asked] = await Promise.all([
    import('./partners/usability-link-page.tsx'),
    client('/api')('GET /partners/{partnerId}/usability/{mark}', { params }),
  ]);
  show(named('Kemudahan aplikasi'), <UsabilityLinkPage params={params} asked={asked} />);
};

/** Whoever typed a code holds a paper, and does not know of what kind the market thinks it might be. */
const NOT_FOUND =
  'Tidak ada surat dengan kode ini. Periksa lagi hurufnya; bila memang begitu tertulis, surat itu bukan dari sini.';

const Unknown = () => (
  <>
    <PageTop title="Cek surat" />
    <Main>
      <Notice alone wrong title="Kode ini tidak dikenal" text={NOT_FOUND}>
        <a class="button" href="/">
          Kembali ke beranda
        </a>
      </Notice>
    </Main>
    <BottomBar at="akun" />
  </>
);

/** Goes on where there is none of a kind, and nowhere else. */
const ifNone =
  (code: RefusalCode) =>
  (error: unknown): undefined => {
    if (!(error instanceof Refusal) || error.code !== code) throw error;
  };

/**
 * One address for everything with a code: an office's paper, what a bank was handed of a shop, or what a shop learned, which
 * has an address of its own behind `sertifikat` too; behind `kemudahan` what drivers are asked.
 */
export const openCheck = async ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Promise<void> => {
  const [, , code = '', second = ''] = pathname.split('/');
  if (code === 'sertifikat') return openCertificate(second);
  if (code === 'kemudahan') return openUsability(second, given(search).mitra ?? '');
  const [call, params, carried] = [client('/api'), { code }, given(search).isi];
  const [{ PaperCheckPage }, paper] = await Promise.all([
    import('./papers/check-page.tsx'),
    call('GET /papers/{code}', { params }).catch(ifNone('paper_not_found')),
  ]);
  if (paper) return show(named('Cek surat'), <PaperCheckPage paper={paper} carried={carried} />);
  const [{ PackCheckPage }, pack] = await Promise.all([
    import('./capital/check-page.tsx'),
    call('GET /statement-packs/{code}', { params }).catch(ifNone('pack_not_found')),
  ]);
  if (pack) return show(named('Cek rekam usaha'), <PackCheckPage pack={pack} carried={carried} />);
  await openCertificate(code).catch((error) => {
    ifNone('certificate_not_found')(error);
    show(named('Cek surat'), <Unknown />);
  });
};
