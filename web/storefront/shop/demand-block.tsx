import { useState } from 'preact/hooks';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { type Demand, demandSentence } from '../../kit/demand/demand.ts';
import { Summary } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';

/** So far ahead a shop can prepare. */
const MONTHS_AHEAD = 9;

const loadAhead = async (call: Call, city: string, category: Category, month: string): Promise<Demand['offices']> => {
  const last = addMonths(month, MONTHS_AHEAD);
  const years = [...new Set([month.slice(0, 4), last.slice(0, 4)])];
  const read = (year: string) =>
    call('GET /cities/{city}/demand/{year}', { params: { city, year }, query: { category } });
  const found = await Promise.all(years.map(read));
  return found.flatMap(({ offices }) => offices).filter((cell) => cell.month >= month && cell.month <= last);
};

type Props = { readonly call: Call; readonly city: string; readonly category: Category };
/** What offices of the city plan to buy of the shop's category, months ahead, in their own words of when and how many. */
export const DemandBlock = ({ call, city, category }: Props) => {
  const [ahead, setAhead] = useState<Demand['offices']>();
  const act = useAct();
  const open = (isOpen: boolean) => {
    if (isOpen && !ahead)
      void act.run(async () => setAhead(await loadAhead(call, city, category, today(city).slice(0, 7))));
  };
  return (
    <details id="kebutuhan" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        <span>Kebutuhan dinas bulan-bulan mendatang</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {!ahead && act.busy && <p class="quiet">Memuat kebutuhan…</p>}
      {ahead?.length === 0 && <p class="quiet">Belum ada rencana dinas untuk kategori toko Anda.</p>}
      {ahead && ahead.length > 0 && (
        <>
          <ul class="plain">
            {ahead.map((cell) => (
              <li key={cell.month + cell.agencyId}>{demandSentence(cell)}</li>
            ))}
          </ul>
          <p class="small quiet">
            Dari rencana pengadaan (RUP) yang diumumkan dinas. Rencana bisa berubah; pesanan datang lewat pasar ini.
          </p>
        </>
      )}
    </details>
  );
};
