import { useState } from 'preact/hooks';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { type SoughtFound, soughtSentence } from '../../kit/partners/sought.ts';

type Props = { readonly call: Call; readonly city: string; readonly district: string; readonly category: string };
/** What people near the shop look for and do not find; its own category first. */
export const SoughtBlock = ({ call, city, district, category }: Props) => {
  const [found, setFound] = useState<SoughtFound>();
  const act = useAct();
  const open = (isOpen: boolean) => {
    if (!isOpen || found) return;
    const asks = { params: { city }, query: { district } };
    void act.run(async () => setFound(await call('GET /cities/{city}/sought', asks)));
  };
  const items =
    found && [...found.items].sort((a, b) => Number(b.category === category) - Number(a.category === category));
  const own = found?.own.items ?? [];
  return (
    <details id="dicari" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        <span>Dicari di dekat Anda</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {!found && act.busy && <p class="quiet">Memuat yang dicari…</p>}
      {items?.length === 0 && own.length === 0 && (
        <p class="quiet">Belum ada laporan tentang yang dicari di kecamatan Anda.</p>
      )}
      {items && items.length > 0 && (
        <>
          <ul class="plain">
            {items.map((one) => (
              <li key={one.category}>{soughtSentence(one)}</li>
            ))}
          </ul>
          <p class="small quiet">
            Dicari pembeli di aplikasi mitra kota pada {monthName(found?.month ?? '')}. Di bawah 10 kali tidak
            ditampilkan; angka beberapa mitra tidak dijumlahkan.
          </p>
        </>
      )}
      {own.length > 0 && (
        <>
          <h3>Di pasar ini</h3>
          <ul class="plain">
            {own.map((one) => (
              <li key={`${one.district} ${one.category}`}>
                {soughtSentence(one)}
                {one.district === null && ' Di seluruh kota.'}
              </li>
            ))}
          </ul>
          <p class="small quiet">
            Dicari di Pasar UMKM pada {monthName(found?.own.month ?? '')} tanpa hasil. Satu jaringan internet dihitung
            sekali sebulan untuk satu kata; tidak dijumlahkan dengan angka mitra.
          </p>
        </>
      )}
    </details>
  );
};
