import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { downloadFile } from '../../kit/files/download-file.ts';
import { MonthForm } from './month-form.tsx';

type Slips = Output<'GET /agencies/{agencyId}/coretax/{month}'>;
const files = [
  ['bppu.xml', 'XML untuk Coretax'],
  ['bppu.xlsx', 'Lembar BPPU (XLSX)'],
  ['bppu.csv', 'CSV'],
] as const;

/** The treasurer's withholding slips of a month: what goes to Coretax, and what has to be looked at before. */
export const SlipsBlock = ({ call, token, agencyId }: { call: Call; token: string; agencyId: string }) => {
  const [shown, setShown] = useState<{ month: string; found: Slips }>();
  const act = useAct();
  const look = (month: string) =>
    act.run(async () => {
      setShown({
        month,
        found: await call('GET /agencies/{agencyId}/coretax/{month}', { params: { agencyId, month } }),
      });
    });
  const take = (month: string, file: string) =>
    act.run(() => downloadFile(token, `/agencies/${agencyId}/coretax/${month}/${file}`, `coretax-${month}-${file}`));
  return (
    <>
      <MonthForm
        act={act}
        label="Masa pajak"
        name="bulanPajak"
        button="Lihat bukti potong"
        busy="Menghitung…"
        onMonth={look}
      >
        <p class="small quiet">
          Dibuat dari pembayaran yang Anda catat, menurut aturan pada hari bayarnya. Periksa dulu; pasar tidak memungut
          dan tidak melapor.
        </p>
      </MonthForm>
      {shown && (
        <div role="status">
          <p>
            <b>{shown.found.slips.length} bukti potong</b>
          </p>
          {shown.found.troubles.length > 0 && (
            <ul class="say waiting">
              {shown.found.troubles.map(({ orderId, merchantName, reason }) => (
                <li key={orderId + reason}>
                  <a href={`/pesanan/${orderId}`}>
                    <bdi>{merchantName}</bdi>
                  </a>
                  : {reason}
                </li>
              ))}
            </ul>
          )}
          <ul class="rows">
            {shown.found.slips.map((slip) => (
              <li key={slip.orderId + slip.objectCode}>
                <a class="row" href={`/pesanan/${slip.orderId}`}>
                  <span>
                    <b>
                      <bdi>{slip.merchantName}</bdi>
                    </b>
                    <span class="small quiet">
                      {slip.objectCode} · {slip.rate.replace('.', ',')}% dari {rupiah(slip.baseRupiah)} ·{' '}
                      {day(slip.withheldOn)}
                    </span>
                  </span>
                  <b>{rupiah(slip.rupiah)}</b>
                </a>
              </li>
            ))}
          </ul>
          {!shown.found.npwpKnown && <p class="flaw">Isi dulu NPWP dinas: PPK, Kantor, Pengaturan surat.</p>}
          <div class="acts">
            {files.map(([file, name]) => (
              <button
                key={file}
                class="line"
                type="button"
                disabled={act.busy || !shown.found.npwpKnown}
                onClick={() => take(shown.month, file)}
              >
                {name}
              </button>
            ))}
          </div>
        </div>
      )}
    </>
  );
};
