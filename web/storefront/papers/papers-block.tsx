import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { downloadFile } from '../../kit/files/download-file.ts';
import { Summary } from '../../kit/form.tsx';

type List = Output<'GET /orders/{orderId}/papers'>;
type Line = List['papers'][number];

const stateNames: Record<Line['state'], string> = {
  issued: 'Sudah terbit',
  ready: 'Bisa diterbitkan',
  missing: 'Belum bisa',
  not_needed: 'Tidak perlu',
};

type Props = {
  readonly call: Call;
  readonly token: string;
  readonly orderId: string;
  readonly mayIssue: boolean;
  readonly version: number;
};

/** The checklist of an order's papers: what is there, what is missing and who holds it up. */
export const PapersBlock = ({ call, token, orderId, mayIssue, version }: Props) => {
  const [list, setList] = useState<List>();
  const act = useAct();
  const read = () => call('GET /orders/{orderId}/papers', { params: { orderId } }).then(setList);
  useEffect(() => void read().catch(() => {}), [orderId, version]);
  if (!list) return null;
  const issue = ({ kind }: Line) =>
    act.run(async () => {
      await call('POST /orders/{orderId}/papers/{kind}', { params: { orderId, kind } });
      await read();
    });
  const issueAll = (lines: readonly Line[]) =>
    act.run(async () => {
      try {
        for (const { kind } of lines) await call('POST /orders/{orderId}/papers/{kind}', { params: { orderId, kind } });
      } finally {
        await read();
      }
    });
  const open = ({ kind, name }: Line) =>
    act.run(() => downloadFile(token, `/orders/${orderId}/papers/${kind}/pdf`, `${name}.pdf`));
  const openPack = (of: 'order' | 'package') =>
    act.run(() => downloadFile(token, `/orders/${orderId}/papers/pdf?of=${of}`, 'Berkas.pdf'));
  const issued = list.papers.filter(({ state }) => state === 'issued');
  const needed = list.papers.filter(({ state }) => state !== 'not_needed');
  // An order that ended without its goods has those it had before, or none.
  if (needed.length === 0) return null;
  const ready = needed.filter(({ state }) => state === 'ready');
  // Nothing is missing any more, yet a paper without a number is no paper.
  const badge = list.complete ? (ready.length === 0 ? 'Lengkap' : 'Siap diterbitkan') : 'Belum lengkap';
  return (
    <section class="block" id="surat">
      <p class="sum">
        <b>Surat (SPJ)</b> <span class="badge">{badge}</span>
      </p>
      <p class="small quiet">
        Bentuk: {list.form.name}, nilai paket {rupiah(list.form.packageRupiah)}. Dasar: {list.form.source}
        {list.form.confirmed ? '.' : '. Belum dicocokkan dengan naskah terbaru; tanyakan bagian hukum Anda.'}
      </p>
      {mayIssue && list.taxes.length > 0 && (
        <p class="small">
          Pajak menurut aturan hari ini:{' '}
          {list.taxes.map(({ name, rate, rupiah: sum }) => `${name} ${rate}, ${rupiah(sum)}`).join('; ')}. Dengan kartu
          kredit pemerintah bisa lain. Periksa lagi sebelum memungut.
        </p>
      )}
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="rows">
        {needed.map((line) => (
          <li key={line.kind} class="paper">
            <span>
              <b>{line.name}</b>
              <span class="small quiet">
                {[
                  stateNames[line.state],
                  line.number,
                  line.reason?.replace(/\.$/, ''),
                  line.heldBy && `menunggu ${line.heldBy}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {line.state === 'issued' && (
              <button class="line" type="button" disabled={act.busy} onClick={() => open(line)}>
                Cetak <span class="away">{line.name}</span>
              </button>
            )}
            {line.state === 'ready' && mayIssue && (
              <button class="line" type="button" disabled={act.busy} onClick={() => issue(line)}>
                Terbitkan <span class="away">{line.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {issued.length > 1 && (
        <div class="acts">
          <button class="line" type="button" disabled={act.busy} onClick={() => openPack('order')}>
            Cetak semua surat ({issued.length})
          </button>
          {mayIssue && (
            <button class="line" type="button" disabled={act.busy} onClick={() => openPack('package')}>
              Cetak satu paket, semua toko
            </button>
          )}
        </div>
      )}
      {mayIssue && ready.length > 1 && (
        <button class="button" type="button" disabled={act.busy} onClick={() => issueAll(ready)}>
          {act.busy ? 'Menerbitkan…' : `Terbitkan semuanya (${ready.length})`}
        </button>
      )}
    </section>
  );
};
