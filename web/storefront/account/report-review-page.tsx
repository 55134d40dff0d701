import type { Call } from '../../entry/client.ts';
import { filled, flawAt, TextArea } from '../../kit/form.tsx';
import { ReportPage } from './report-page.tsx';

type Props = { readonly call: Call; readonly reviewId: string };
/** A review that the city should look at: its words, never its stars. */
export const ReportReviewPage = ({ call, reviewId }: Props) => (
  <ReportPage
    title="Laporkan ulasan"
    after="Dinas membaca ulasannya. Ulasan tetap tampil sampai dinas memutuskan."
    send={(form) => {
      const body = { reason: filled(form)['alasan'] ?? '' };
      return call('POST /reviews/{reviewId}/report', { params: { reviewId }, body });
    }}
    fields={(refusal) => (
      <>
        <p class="small quiet">Dibaca petugas dinas. Nama Anda tidak disebut kepada penjual maupun penulisnya.</p>
        <TextArea
          label="Apa yang salah dengan ulasan ini?"
          name="alasan"
          rows={3}
          required
          maxLength={300}
          flaw={flawAt(refusal, '/reason')}
        />
      </>
    )}
  />
);
