import { count } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from './data-table.tsx';

type Flaw = { readonly row: number; readonly column: string; readonly detail: string };
type Props = { readonly flaws: readonly Flaw[]; readonly flawCount: number };
/** What is wrong with the rows of a sheet, and how to mend it; of very many the first. */
export const RowFlaws = ({ flaws, flawCount }: Props) =>
  flawCount === 0 ? null : (
    <DataTable
      caption={`${count(flawCount)} baris perlu diperbaiki di lembar${flaws.length < flawCount ? `; ${count(flaws.length)} yang pertama` : ''}.`}
      columns={[
        { name: 'Baris', show: ({ row, column }) => `${row}, ${column}` },
        { name: 'Yang salah dan cara memperbaikinya', show: ({ detail }) => detail },
      ]}
      rows={flaws}
      keyOf={({ row, column, detail }) => `${row} ${column} ${detail}`}
    />
  );
