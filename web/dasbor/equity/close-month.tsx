import { useState } from 'preact/hooks';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';
import type { AskedCity } from '../opened.ts';

/** A month that is over and was not closed: months close by themselves, and one that did not is asked for here. */
export const CloseMonth = ({ asked: { call, place, kinds }, month }: { asked: AskedCity; month: Month }) => {
  const [said, setSaid] = useState('');
  const act = useAct();
  if (!kinds.includes('city-admin') || month >= today(place.code).slice(0, 7)) return null;
  const close = () =>
    act.run(async () => {
      await call('POST /cities/{city}/months/{month}/close', { params: { city: place.code, month } });
      setSaid(`Diminta. Rekap ${monthName(month)} tampil di sini dalam beberapa menit.`);
    });
  return (
    <section aria-labelledby="tutup-bulan">
      <h2 id="tutup-bulan">{monthName(month)} sudah selesai, tetapi belum ditutup</h2>
      <p>Bulan ditutup otomatis. Bila belum juga, minta sekarang; meminta dua kali tidak mengubah hasilnya.</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ConfirmDialog
        name={`Tutup ${monthName(month)} sekarang`}
        text="Angkanya dihitung dari pesanan yang sudah diterima pembeli. Permintaan ini tercatat di Jejak keputusan."
        disabled={act.busy || said !== ''}
        onSend={close}
      />
      <p role="status">{said}</p>
    </section>
  );
};
