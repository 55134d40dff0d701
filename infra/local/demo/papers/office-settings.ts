import type { Instant } from '../../../../shared/domain/basics/month.ts';
import { chanceOf } from '../chance.ts';
import type { Office, Scene } from '../city.ts';
import { npwpOf, personName } from '../names.ts';

/** A number as civil servants have it, of people born in a month that no calendar has. */
const nipOf = (...who: readonly string[]): string => {
  const chance = chanceOf('nip', ...who);
  const padded = (most: number, digits: number) => String(chance.whole(1, most)).padStart(digits, '0');
  return `19${chance.whole(65, 95)}13${padded(28, 2)}20${padded(20, 2)}${padded(12, 2)}${chance.whole(1, 2)}${padded(999, 3)}`;
};

/** How an office numbers and signs its papers, said by its approver before the first of them. */
export const settleOffice = async ({ market, city }: Scene, office: Office, at: Instant): Promise<void> => {
  const { agencyId, name, approver } = office;
  const chance = chanceOf('letterhead', agencyId);
  const initials = name
    .replace(` ${city.name}`, '')
    .split(' ')
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.slice(0, 3).toUpperCase())
    .join('');
  await market.ask('PUT /agencies/{agencyId}/paper-settings', approver, at, {
    params: { agencyId },
    body: {
      pattern: chance.pick([`{nomor}/{jenis}/${initials}/{romawi}/{tahun}`, '{jenis}-{tahun}-{bulan}-{nomor}']),
      letterhead: {
        government: `PEMERINTAH ${city.name.toUpperCase()}`,
        contact: `Surel ${initials.toLowerCase()}@contoh.go.id`,
      },
      npwp: npwpOf(chance),
      signatories: [
        {
          role: 'Pejabat Pembuat Komitmen',
          name: approver === 'ratna' ? 'Ratna Dewanti' : personName(chance).name,
          nip: nipOf(agencyId, 'ppk'),
        },
        {
          role: 'Bendahara Pengeluaran',
          name: office.treasurer === 'teguh' ? 'Teguh Prasetya' : personName(chance).name,
          nip: nipOf(agencyId, 'bendahara'),
        },
      ],
    },
  });
};
