import { Refusal } from '../entry/client.ts';
import { Notice } from '../kit/page.tsx';
import { dasborAddress } from './address.ts';
import type { DasborPage, Opened } from './opened.ts';
import type { PlaceName } from './place.ts';
import { Preparing } from './preparing.tsx';

/* What stands in the place of a page that cannot be shown: why, and the next step. */

const opened = (title: string, page: Opened['page']): Opened => ({ title, page });

/** The market has only just begun. */
export const noCity = (): Opened =>
  opened(
    'Belum ada kota',
    <Notice
      alone
      title="Belum ada kota di pasar ini"
      text="Begitu sebuah kota membuka pasarnya, angkanya muncul di sini."
    />,
  );

/** Waits for its first data; the test's `ready` waits for its end. */
export const waiting = (name: string): Opened => opened(name, <p class="quiet script">Memuat {name}…</p>);

/** The page is for others: says for whom, and how to become one of them. */
export const notYours = (
  { name = 'Halaman ini', for: kinds }: Pick<DasborPage, 'name' | 'for'>,
  place: PlaceName,
  person: { readonly name: string | undefined; readonly onSignIn: () => void },
): Opened => {
  // The city names a bank's officers and is none of them.
  const ofBank = kinds.every((kind) => kind === 'bank-officer');
  return opened(
    name,
    <Notice
      alone
      title={`${name} hanya untuk petugas ${ofBank ? 'bank' : place.name}`}
      text={
        person.name && ofBank
          ? 'Yang membukanya petugas bank yang ditunjuk kota, dengan izin pemilik toko.'
          : person.name
            ? `Anda masuk sebagai ${person.name}, tetapi halaman ini bukan bagian dari peran Anda di ${place.name}. Minta admin ${place.level === 'city' ? 'kota' : 'provinsi'} menambahkan Anda.`
            : 'Nama usaha dan daftar kerja hanya tampil untuk petugas, supaya tidak ada yang dipermalukan.'
      }
    >
      {person.name ? (
        <a class="line" href={dasborAddress('', place)}>
          Ke halaman yang bisa Anda buka
        </a>
      ) : (
        <button class="button" type="button" onClick={person.onSignIn}>
          Masuk sebagai petugas
        </button>
      )}
    </Notice>,
  );
};

export const unknownPage = (place: PlaceName): Opened =>
  opened(
    'Halaman ini tidak ada',
    <Notice alone title="Halaman ini tidak ada" text="Mungkin alamatnya salah ketik, atau tautannya dari rilis lama.">
      <a class="button" href={dasborAddress('', place)}>
        Ke dasbor {place.name}
      </a>
    </Notice>,
  );

/** What went wrong in the API's words; one that may pass can be tried again, what is gone leads on. */
export const refused = (error: unknown, place: PlaceName | undefined, again: () => void): Opened => {
  const known = error instanceof Refusal ? error : undefined;
  if (!known) console.error(error);
  if (known?.code === 'being_prepared')
    return opened('Sedang disiapkan', <Preparing told={known} again={again} alone />);
  const offline = known?.status === 0;
  const gone = known?.status === 404 || known?.status === 400;
  const title = offline
    ? 'Tidak ada koneksi internet'
    : gone
      ? 'Ini tidak ada di sini'
      : 'Halaman ini belum bisa ditampilkan';
  return opened(
    title,
    <Notice wrong alone title={title} text={known?.message ?? 'Ada yang salah di pihak kami. Coba lagi sebentar lagi.'}>
      {gone && place ? (
        <a class="button" href={dasborAddress('', place)}>
          Ke dasbor {place.name}
        </a>
      ) : (
        <button class="button" type="button" onClick={again}>
          Coba lagi
        </button>
      )}
    </Notice>,
  );
};

/** Somebody tried to sign in, and is not. */
export const NotSignedIn = ({ text }: { text: string }) => <Notice wrong title="Belum bisa masuk" text={text} />;
