import { PAGE_LIMIT } from '../../../shared/contract/route/paging.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { statusNames } from '../../../shared/domain/register/status-names.ts';
import type { MerchantEntry } from '../../../shared/table/register/merchants.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { Column } from '../../print/column-sheet.ts';
import { listSheet } from '../../print/list-sheet.ts';
import { registerPage } from './list-register.ts';

const columnsOf = ({ districts, zone }: City): readonly Column<MerchantEntry>[] => [
  ['Usaha', ({ name }) => name],
  ['Kecamatan', ({ district }) => districts.find(({ code }) => code === district)?.name ?? district],
  ['Jenis usaha', ({ category }) => categories[category]],
  ['Keadaan', ({ status }) => statusNames[status]],
  ['Mendaftar', ({ registeredAt }) => dateTime(registeredAt, zone)],
  ['Kode usaha', ({ merchantId }) => merchantId],
];

export const printRegister = endpoint('GET /cities/{city}/register/sheet/{format}', async (ask, world) => {
  const { params, query, caller } = ask;
  const city = await expectCity(world, params.city);
  const { cursor: from, ...filters } = query;
  const { q, status, district, category } = filters;
  const says = [
    q === undefined ? statusNames[status ?? 'pending'] : `Yang cocok dengan "${q}"`,
    ...(district === undefined ? [] : [`kecamatan ${district}`]),
    ...(category === undefined ? [] : [categories[category]]),
  ].join(', ');
  const sheet = { city, file: `usaha-${q === undefined ? (status ?? 'pending') : 'dicari'}`, title: 'Usaha', says };
  return listSheet(world, { ...sheet, columns: columnsOf(city) }, { format: params.format, cursor: from }, (cursor) =>
    registerPage({ params, query: { ...filters, limit: PAGE_LIMIT, cursor }, caller }, world),
  );
});
