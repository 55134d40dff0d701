import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { downloadFile } from '../../kit/files/download-file.ts';
import { MonthForm } from './month-form.tsx';

type Found = { readonly month: string } & Output<'GET /agencies/{agencyId}/papers/{month}'>;

/** All issued papers of a month, to be filed: pages with bookmarks, and a workbook of them. */
export const MonthPapers = ({ call, token, agencyId }: { call: Call; token: string; agencyId: string }) => {
  const [found, setFound] = useState<Found>();
  const act = useAct();
  const look = (month: string) =>
    act.run(async () =>
      setFound({ month, ...(await call('GET /agencies/{agencyId}/papers/{month}', { params: { agencyId, month } })) }),
    );
  const take = (file: string, name: string) =>
    act.run(() => downloadFile(token, `/agencies/${agencyId}/papers/${found?.month}/${file}`, name));
  const parts = Array.from({ length: found?.papers ? found.parts : 0 }, (_, index) => index + 1);
  return (
    <>
      <MonthForm
        act={act}
        label="Bulan barang diterima"
        name="bulanSurat"
        button="Kumpulkan surat"
        busy="Mengumpulkan…"
        onMonth={look}
      />
      <p role="status">
        {found &&
          (found.papers > 0
            ? `${found.papers} surat terbit dari ${found.orders} pesanan.`
            : `Belum ada surat terbit dari ${found.orders} pesanan bulan itu.`)}
      </p>
      {found && found.unfinished.length > 0 && (
        <>
          <p class="say waiting">Belum lengkap: {found.unfinished.length} pesanan masih kurang surat.</p>
          <ul class="plain">
            {found.unfinished.map(({ orderId, merchantName, left }) => (
              <li key={orderId}>
                <a href={`/pesanan/${orderId}#surat`}>
                  <bdi>{merchantName}</bdi>: {left} surat belum terbit
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {found && found.papers > 0 && (
        <div class="acts">
          {parts.map((part) => (
            <button
              key={part}
              class="line"
              type="button"
              disabled={act.busy}
              onClick={() =>
                take(
                  `surat.pdf?part=${part}`,
                  parts.length === 1 ? `surat-${found.month}.pdf` : `surat-${found.month}-${part}.pdf`,
                )
              }
            >
              {parts.length === 1 ? 'Unduh PDF' : `Unduh PDF bagian ${part}`}
            </button>
          ))}
          <button
            class="line"
            type="button"
            disabled={act.busy}
            onClick={() => take('surat.xlsx', `surat-${found.month}.xlsx`)}
          >
            Unduh XLSX
          </button>
        </div>
      )}
    </>
  );
};
