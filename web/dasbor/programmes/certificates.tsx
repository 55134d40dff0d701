import type { Output } from '../../../shared/contract.ts';
import { marketNow } from '../../entry/market-time.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';

type Props = {
  readonly asked: AskedCity;
  readonly found: Pick<Output<'GET /series/{seriesId}/enrolments'>, 'series'>;
};

/** After the last meeting, for everybody who earned one. */
export const IssueCertificates = ({ asked: { call, again }, found: { series } }: Props) => {
  const act = useAct();
  const issue = () =>
    act.run(async () => {
      await call('POST /series/{seriesId}/certificates', { params: { seriesId: series.seriesId } });
      again();
    });
  if (series.endsAt > marketNow()) return null;
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p>
        <button class="line" type="button" onClick={issue} disabled={act.busy}>
          Terbitkan sertifikat
        </button>{' '}
        <span class="small quiet">Untuk yang hadir di sedikitnya tiga perempat pertemuan.</span>
      </p>
    </>
  );
};

/** A certificate that was issued, and how it is taken back. */
export const RevokeForm = ({ asked: { call, again }, code }: Pick<Props, 'asked'> & { code: string }) => {
  const act = useAct();
  const revoke = (reason: string) =>
    act.run(async () => {
      await call('POST /certificates/{code}/revoke', { params: { code }, body: { reason } });
      again();
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <a href={`/cek/sertifikat/${code}`}>{code}</a>{' '}
      <ConfirmDialog
        name="Cabut"
        text="Halaman cek menampilkan alasan ini kepada siapa pun."
        question="Alasan"
        onSend={revoke}
        disabled={act.busy}
      />
    </>
  );
};
