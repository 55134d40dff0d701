import type { Opened } from '../opened.ts';

/** A city that has closed no month yet. */
export const noMonth = (name: string): Opened => ({
  title: 'Rekap',
  page: (
    <>
      <h1 class="headline">Belum ada bulan yang ditutup di {name}.</h1>
      <p>Angka sebuah bulan dihitung otomatis pada tanggal 1 bulan berikutnya. Setelah itu hasilnya tampil di sini.</p>
    </>
  ),
});
