import { ComplaintForm } from '../../kit/complaints/complaint-form.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';

/** An officer types what somebody called or wrote, and reads the number and the secret out to them. */
export const openTypeComplaint = async ({ call, place }: AskedCity): Promise<Opened> => ({
  title: 'Catat pengaduan',
  page: (
    <section aria-labelledby="catat">
      <h1 id="catat">Catat pengaduan</h1>
      <p class="quiet">
        Bacakan nomor dan kode rahasianya kepada pelapor.{' '}
        <a href={dasborAddress('pengaduan', place)}>Kembali ke Pengaduan</a>
      </p>
      <ComplaintForm call={call} city={place.code} typed />
    </section>
  ),
});
