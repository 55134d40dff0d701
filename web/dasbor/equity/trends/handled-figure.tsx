import { count, percent } from '../../../../shared/domain/basics/wording.ts';
import { RankedBars } from '../../../kit/charts/ranked-bars.tsx';
import { Figure } from '../../../kit/figure.tsx';
import { Table } from '../../../kit/page.tsx';
import type { AskedCity } from '../../opened.ts';
import { afterwards, type FollowUp } from './handled.ts';

/** So many pages of each kind are read; a city with more says that it counts the first of them. */
const PAGES = 3;
export type Handled = { readonly items: readonly FollowUp[]; readonly all: boolean };

const readSpan = async ({ call, place }: AskedCity, span: 'open' | 'over'): Promise<Handled> => {
  const items: FollowUp[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const query = { span, limit: 100, cursor };
    const read = await call('GET /cities/{city}/follow-ups', { params: { city: place.code }, query });
    items.push(...read.items);
    if (read.next === null) return { items, all: true };
    cursor = read.next;
  }
  return { items, all: false };
};

/** The shops officers took up, whatever became of them. */
export const loadHandled = async (asked: AskedCity): Promise<Handled> => {
  const [open, over] = await Promise.all([readSpan(asked, 'open'), readSpan(asked, 'over')]);
  return { items: [...open.items, ...over.items], all: open.all && over.all };
};

/** Before and after an officer took a shop up: what share sold one, two, three months later. */
export const HandledFigure = ({ handled: { items, all } }: { handled: Handled }) => {
  const after = afterwards(items);
  const [first] = after;
  if (!first) return null;
  const words = (months: number) => `${months} bulan sesudahnya`;
  return (
    <Figure
      id="sesudah"
      title={`Sebulan sesudah ditangani, ${count(first.sold)} dari ${count(first.known)} usaha menjual`}
      sentence="Usaha yang ditangani petugas, 1 sampai 3 bulan sesudahnya. Merah: masih belum menjual."
      source={all ? 'Semua tindak lanjut kota ini' : `${count(items.length)} tindak lanjut pertama kota ini`}
      how="Bulan dihitung sejak petugas mengambil usaha itu. Ini bukan bukti sebab: usaha ditangani justru ketika sepi, dan sebagian akan menjual lagi dengan sendirinya."
      table={
        <Table
          caption="Usaha yang menjual sesudah ditangani"
          head={['Sesudah', 'Usaha', 'Menjual', 'Bagian']}
          rows={after.map(({ months, known, sold }) => [
            words(months),
            count(known),
            count(sold),
            percent(sold / known),
          ])}
        />
      }
    >
      <RankedBars
        label="Usaha yang masih belum menjual sesudah ditangani. Angkanya ada di tabel."
        bars={after.map(({ months, known, sold }) => ({
          name: words(months),
          part: known - sold,
          whole: known,
          text: `${count(sold)} dari ${count(known)} menjual`,
        }))}
      />
    </Figure>
  );
};
