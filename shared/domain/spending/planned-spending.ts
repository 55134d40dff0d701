import { type OfficeRows, officialOf, shareOf, sumOf } from './office-rows.ts';

/** What an office planned for small businesses: the city's word before the marks of the plan. */
const plannedOf = ({ procurement, markedSmallRupiah }: OfficeRows) => {
  const stated = procurement?.plannedSmallRupiah ?? null;
  if (stated !== null) return { rupiah: BigInt(stated), byMarks: false };
  return typeof markedSmallRupiah === 'string' ? { rupiah: BigInt(markedSmallRupiah), byMarks: true } : undefined;
};

export const plannedBy = (offices: readonly OfficeRows[]) => {
  const planned = offices.flatMap((office) => {
    const found = plannedOf(office);
    return found ? [{ ...found, office }] : [];
  });
  const budgeted = planned.filter(({ office }) => office.procurement !== undefined);
  const sum = (some: typeof planned) => sumOf(some, ({ rupiah }) => rupiah);
  return {
    plannedSmallRupiah: planned.length === 0 ? null : String(sum(planned)),
    plannedShare: shareOf(sum(budgeted), officialOf(budgeted.map(({ office }) => office))),
    plannedByMarks: planned.filter(({ byMarks }) => byMarks).length,
  };
};
