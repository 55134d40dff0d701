import type { Output } from '../../../shared/contract.ts';
import { count, dateTime, monthName, percent } from '../../../shared/domain/basics/wording.ts';
import { type Column, DataTable } from '../../kit/desk/data-table.tsx';
import type { City } from '../../kit/places.ts';

export type Rules = Output<'GET /cities/{city}/integrity-rules'>;
type Rule = Rules['items'][number];

const openOf = ({ asked, explained, corrected, referred, groundless }: Rule): number =>
  asked - explained - corrected - referred - groundless;

const columns: readonly Column<Rule>[] = [
  {
    name: 'Aturan',
    show: ({ name, method, formula, sensitivity }) => (
      <>
        {name}
        <details>
          <summary>Cara menghitung</summary>
          <p class="small">{method}</p>
          <p class="small">{sensitivity}</p>
          <p class="small quiet">{formula}</p>
        </details>
      </>
    ),
  },
  { name: 'Ditanyakan', number: true, show: ({ asked }) => count(asked) },
  { name: 'Terbuka', number: true, show: (rule) => count(openOf(rule)) },
  { name: 'Diperbaiki', number: true, show: ({ corrected }) => count(corrected) },
  { name: 'Diteruskan', number: true, show: ({ referred }) => count(referred) },
  { name: 'Dijelaskan', number: true, show: ({ explained }) => count(explained) },
  { name: 'Tanpa alasan', number: true, show: ({ groundless }) => count(groundless) },
  {
    name: 'Tepat bertanya',
    number: true,
    show: ({ precision }) => (precision === null ? 'belum ada' : percent(precision)),
  },
];

/** When the market was last looked at, in a sentence. */
export const lookedSentence = ({ looked }: Rules, { zone }: City): string =>
  looked
    ? `${monthName(looked.month)} diperiksa ${dateTime(looked.at, zone)}: ${count(looked.purchases)} pesanan, ${count(looked.asked)} pertanyaan.`
    : 'Belum ada bulan yang diperiksa. Pemeriksaan berjalan otomatis setelah bulan ditutup.';

/** Which rule earns its place: what it asks, how, and what came of it here. */
export const RulesTable = ({ rules, city }: { rules: Rules; city: City }) => (
  <DataTable
    caption={`Hasil setiap aturan di ${city.name}. Tepat bertanya: diperbaiki atau diteruskan, dari yang sudah ditutup.`}
    columns={columns}
    rows={rules.items}
    keyOf={({ rule }) => rule}
  />
);
