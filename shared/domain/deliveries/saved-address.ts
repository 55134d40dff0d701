import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Id } from '../basics/id-schema.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line, Name } from '../basics/text.ts';
import { E164, Phone } from '../basics/typed/phone.ts';
import { DistrictCode } from '../places/region.ts';

export const AddressId = Id('adr').meta({ id: 'AddressId' });
/** So many addresses one person, or one office, keeps. */
export const MOST_ADDRESSES = 10;

const Neighbourhood = z.string().regex(/^\d{1,3}$/, 'Tulis nomornya saja, paling banyak tiga angka.');

/** Where and to whom goods are brought, under the name it is chosen by: "Rumah", "Ibu", "Aula". */
export const NewAddress = z
  .strictObject({
    name: Line(40),
    recipient: Name(80),
    phone: Phone,
    street: Line(120).describe('Street and number; of an office, building and floor'),
    rt: Neighbourhood.optional(),
    rw: Neighbourhood.optional(),
    village: Line(40).optional(),
    district: DistrictCode,
    landmark: Line(120).optional().describe('What a courier looks for'),
    room: Line(80).optional().describe('Of an office'),
    hours: Line(40).optional().describe('Of an office: when somebody is there to receive, as people say it'),
  })
  .meta({ id: 'NewAddress' });
export type NewAddress = z.infer<typeof NewAddress>;

export const SavedAddress = z
  .object({ ...NewAddress.shape, phone: E164, addressId: AddressId, savedAt: Instant })
  .meta({ id: 'SavedAddress' });
export type SavedAddress = z.infer<typeof SavedAddress>;

/** The addresses with one more, or with the one of the same name replaced; by name. @throws Problem address_limit */
export const withAddress = (addresses: readonly SavedAddress[], address: SavedAddress): SavedAddress[] => {
  const others = addresses.filter(({ name }) => name !== address.name);
  if (others.length >= MOST_ADDRESSES)
    throw new Problem(
      'address_limit',
      `Sudah ada ${MOST_ADDRESSES} alamat tersimpan. Hapus satu dulu, lalu simpan yang baru.`,
      [{ pointer: '/name', detail: 'Pakai nama alamat yang sudah ada untuk menggantinya.' }],
    );
  return [...others, address].sort((a, b) => (a.name < b.name ? -1 : 1));
};
