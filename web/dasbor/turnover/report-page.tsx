import type { Output } from '../../../shared/contract.ts';
import { dateTime, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { channelNames } from '../../kit/turnover/channels.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { addressOf } from './wanted.ts';

type Month = Output<'GET /merchants/{merchantId}/turnover/{month}'>;
type Revision = Output<'GET /merchants/{merchantId}/turnover/{month}/revisions'>['items'][number];

const stateWords: Readonly<Record<Month['state'], string>> = {
  open: 'Pemilik masih bisa melapor.',
  locked: 'Laporan sudah ditutup.',
  reopened: 'Dibuka lagi oleh kota; pemilik bisa melapor selama tujuh hari sejak dibuka.',
};

/** Lets the shop report once more, for a reason that stands on record. */
const Reopen = ({ asked: { call, again }, month }: { asked: AskedCity; month: Month }) => {
  const act = useAct();
  const send = (reason: string) =>
    act.run(async () => {
      const params = { merchantId: month.merchantId, month: month.month };
      await call('POST /merchants/{merchantId}/turnover/{month}/reopen', { params, body: { reason } });
      again();
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ConfirmDialog
        name="Buka lagi laporan"
        text="Pemilik bisa melapor atau memperbaiki selama tujuh hari. Angka bulan itu dihitung ulang sesudahnya."
        question="Alasan dibuka lagi"
        disabled={act.busy}
        onSend={send}
      />
    </>
  );
};

const Saved = ({ revisions, asked }: { revisions: readonly Revision[]; asked: AskedCity }) => (
  <>
    <h2>Yang disimpan</h2>
    {revisions.length === 0 && <p class="quiet">Belum ada laporan untuk bulan ini.</p>}
    <ol reversed>
      {revisions.map(({ revision, at, outside, outsideRupiah, note }) => (
        <li key={revision}>
          <b>{rupiah(outsideRupiah)}</b> pada {dateTime(at, asked.place.city.zone)}
          {outside.length > 0 &&
            `: ${outside.map(({ channel, rupiah: sold }) => `${channelNames[channel].toLowerCase()} ${rupiah(sold)}`).join(', ')}`}
          . {note && <bdi>{note}</bdi>}
        </li>
      ))}
    </ol>
  </>
);

/** One shop's report of a month: what was sold here, what it reported beside, every revision, and the way to let it in again. */
export const openReport = async (asked: AskedCity, of: string): Promise<Opened> => {
  const { call, place, rest, kinds, linkTo } = asked;
  const params = { merchantId: rest, month: of };
  const [month, { items }, file] = await Promise.all([
    call('GET /merchants/{merchantId}/turnover/{month}', { params }),
    call('GET /merchants/{merchantId}/turnover/{month}/revisions', { params, query: { limit: 30 } }),
    call('GET /merchants/{merchantId}', { params: { merchantId: rest } }),
  ]);
  const shop = linkTo(`usaha/${rest}`);
  const page = (
    <section>
      <h1>
        Laporan <bdi>{file.name}</bdi>
      </h1>
      <p class="links">
        <a href={addressOf(place.code, of, {})}>Semua laporan {monthName(of)}</a>{' '}
        {shop && <a href={shop}>Berkas usaha</a>}
      </p>
      <dl class="facts">
        {[
          ['Terjual di pasar ini', `${rupiah(month.platformRupiah)} dari ${month.orders} pesanan`],
          ['Dilaporkan di luar pasar ini', month.revision === 0 ? 'belum melapor' : rupiah(month.outsideRupiah)],
          ['Keadaan', stateWords[month.state]],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kinds.includes('city-admin') && month.state === 'locked' && <Reopen asked={asked} month={month} />}
      <Saved revisions={items} asked={asked} />
    </section>
  );
  return { title: `Laporan ${file.name}`, page };
};
