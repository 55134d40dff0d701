import { phone } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../../kit/categories.ts';
import { districtName } from '../../kit/places.ts';
import type { AskedCity } from '../opened.ts';
import { type File, fieldNames } from './words.ts';

/** The facts of a file, in the order in which they are compared with its papers. */
export const factsOf = ({ place }: AskedCity, file: File): readonly (readonly [string, string])[] => [
  [fieldNames.name, file.name],
  [fieldNames.ownerName, file.ownerName],
  ...(['nik', 'npwp', 'nib'] as const).flatMap((field) => {
    const number = file[field];
    return number === undefined ? [] : [[fieldNames[field], number] as const];
  }),
  [fieldNames.phone, phone(file.phone)],
  [fieldNames.district, districtName(place.city, file.district)],
  [fieldNames.address, file.address],
  [fieldNames.category, shortNames[file.category]],
  ...(file.account
    ? [[fieldNames.account, `${file.account.bankName} ${file.account.number}, ${file.account.holder}`] as const]
    : []),
];
