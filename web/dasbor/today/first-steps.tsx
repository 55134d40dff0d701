import { count } from '../../../shared/domain/basics/wording.ts';
import type { AskedCity } from '../opened.ts';
import { Way } from '../way.tsx';

type Step = { readonly what: string; readonly slug: string; readonly why: string; readonly done: boolean };

const stepsOf = ({ helpPhone, offices, merchants, waiting }: Omit<Props, 'linkTo'>): readonly Step[] => [
  {
    what: 'Isi pengaturan kota',
    slug: 'pengaturan',
    why: helpPhone
      ? 'WhatsApp kantor sudah diisi.'
      : 'WhatsApp kantor, hari libur, dan logo, supaya warga tahu ke mana bertanya.',
    done: helpPhone !== undefined,
  },
  { what: 'Undang rekan', slug: 'petugas', why: 'Admin kedua, inspektorat, dan petugas kecamatan.', done: false },
  {
    what: 'Tambah dinas',
    slug: 'dinas',
    why:
      offices > 0
        ? `Sudah ${count(offices)} dinas. Anggarannya dimuat PPK dinas itu di halaman Kantor.`
        : 'Dinas bisa memesan setelah punya PPK, PPTK, dan anggaran.',
    done: offices > 0,
  },
  {
    what: 'Muat daftar usaha yang sudah ada',
    slug: 'usaha-muat',
    why: 'Dari XLSX atau CSV. Usaha lain mendaftar sendiri lewat Jual di sini.',
    done: merchants > 0 || waiting,
  },
  {
    what: 'Verifikasi usaha',
    slug: 'usaha',
    why:
      merchants > 0
        ? `Sudah ${count(merchants)} usaha aktif.`
        : 'Barang tampil dan bisa dipesan setelah usahanya diverifikasi.',
    done: merchants > 0 && !waiting,
  },
];

type Props = {
  readonly linkTo: AskedCity['linkTo'];
  readonly helpPhone: string | undefined;
  readonly offices: number;
  readonly merchants: number;
  /** Whether applications wait to be decided. */
  readonly waiting: boolean;
};
/** What an admin does first, until the city's first month is closed: a city that was just founded has nothing that waits. */
export const FirstSteps = ({ linkTo, ...city }: Props) => (
  <section class="queue" aria-labelledby="langkah-pertama">
    <h2 id="langkah-pertama">Langkah pertama</h2>
    <ol class="rows">
      {stepsOf(city).map(({ what, slug, why, done }) => (
        <li key={slug}>
          <p>
            <Way to={linkTo(slug)}>{what}</Way>
            {done && ' · selesai'}
          </p>
          <p class="small quiet">{why}</p>
        </li>
      ))}
    </ol>
    <p class="small quiet">
      Angka bulan pertama dihitung otomatis pada tanggal 1 bulan berikutnya, lalu tampil di Rekap.
    </p>
  </section>
);
