import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { day, monthName } from '../../../shared/domain/basics/wording.ts';
import { SelectField } from '../../kit/form.tsx';
import { Table } from '../../kit/page.tsx';
import type { Rule } from './rule-words.ts';

const steps = [
  ['', 'Semua kategori sekaligus'],
  ['1', 'Satu kategori setiap bulan, urutannya diundi'],
  ['2', 'Satu kategori setiap dua bulan, urutannya diundi'],
] as const;

type Choice = { readonly value: string; readonly onChange: (step: string) => void; readonly flaw: string | undefined };
/** Whether a city begins category by category: who still waits shows what would have been. */
export const StepChoice = (choice: Choice) => (
  <SelectField
    {...choice}
    label="Mulai memakai urutan merata"
    name="bertahap"
    help="Satu demi satu menunjukkan apa yang berubah karena aturan ini. Sampai gilirannya, daftar kategori diurutkan dari harga terendah. Hanya dapat diundi sekali."
    choices={steps}
  />
);

/** When each category begins, and how anybody draws the order again. */
export const StartsView = ({ rule: { starts } }: { readonly rule: Rule }) => {
  if (starts === null) return null;
  const rows = Object.entries(starts.months).sort(([, a], [, b]) => (a < b ? -1 : 1));
  return (
    <section aria-labelledby="mulai-kategori">
      <h3 id="mulai-kategori">Kategori mulai satu demi satu</h3>
      <p>
        Urutannya diundi dengan kunci {day(starts.drawnOn)}, yang diumumkan keesokan harinya: siapa pun dapat
        mengundinya lagi. Sampai gilirannya, daftar kategori diurutkan dari harga terendah di antara barang sejenis.
      </p>
      <Table
        caption="Bulan mulai setiap kategori"
        head={['Kategori', 'Mulai']}
        rows={rows.map(([code, month]) => [
          (categories as Readonly<Record<string, string>>)[code] ?? code,
          monthName(month),
        ])}
      />
    </section>
  );
};
