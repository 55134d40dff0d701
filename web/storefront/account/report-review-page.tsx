import { useState } from 'preact/hooks';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Form, filled, flawAt, Summary, TextArea } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Props = { readonly call: Call; readonly reviewId: string };
/** Points the city to a review. Until the city has decided, it stays as it is; nobody is told who reported it. */
export const ReportReviewPage = ({ call, reviewId }: Props) => {
  const [told, setTold] = useState(false);
  const act = useAct();
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const body = { reason: filled(form)['alasan'] ?? '' };
      await call('POST /reviews/{reviewId}/report', { params: { reviewId }, body });
      setTold(true);
    });
  return (
    <>
      <PageTop title="Laporkan ulasan" back="/" />
      <Main>
        {act.refusal && <Summary refusal={act.refusal} />}
        {told ? (
          <Notice
            title="Laporan terkirim ke dinas"
            text="Dinas membaca ulasannya. Ulasan tetap tampil sampai dinas memutuskan."
          >
            <a class="button" href="/">
              Kembali belanja
            </a>
          </Notice>
        ) : (
          <Form onSubmit={send}>
            <p class="small quiet">Dibaca petugas dinas. Nama Anda tidak disebut kepada penjual maupun penulisnya.</p>
            <TextArea
              label="Apa yang salah dengan ulasan ini?"
              name="alasan"
              rows={3}
              required
              maxLength={300}
              flaw={flawAt(act.refusal, '/reason')}
            />
            <button class="button" type="submit" disabled={act.busy}>
              Kirim laporan
            </button>
          </Form>
        )}
      </Main>
      <BottomBar />
    </>
  );
};
