import { type ReportFormat, reportTypes } from '../../shared/contract/reports.ts';
import type { Download } from '../../shared/contract/route/download.ts';
import type { Zone } from '../../shared/domain/basics/month.ts';
import { everyIndicator } from '../../shared/domain/equity/definitions/definition.ts';
import { publicSnapshot } from '../../shared/domain/equity/disclosure/public-snapshot.ts';
import { DEFINITION } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { excelIndonesia, machine } from '../print/csv.ts';
import { allCities } from '../reads/all-cities.ts';
import { publicDecisions } from '../reads/months/decisions-above.ts';
import { expectSnapshot } from '../reads/months/expect-snapshot.ts';
import { withAttainable, withPublicAttainable } from '../reads/months/with-attainable.ts';
import type { World } from '../world.ts';
import { leastSold } from './least-sold.ts';
import { pdf } from './pdf/pdf.ts';
import type { Report } from './report.ts';
import { cellsCsv } from './tables/csv.ts';
import { dataPackage, resourcesOf } from './tables/datapackage.ts';
import { xlsx } from './xlsx/xlsx.ts';

export const listDefinitions = endpoint('GET /definitions', async () => ({
  definition: DEFINITION,
  indicators: [...everyIndicator],
}));

/** A partial merge knows its gaps by code; people know them by name. */
const namesOf = async (world: World, codes: readonly string[]): Promise<Report['missing']> => {
  if (codes.length === 0) return [];
  const names = new Map((await allCities(world)).map(({ cityCode, name }) => [cityCode, name]));
  return codes.map((code) => ({ code, name: names.get(code) ?? code }));
};

/** A city's own clock; a province has its first city's, and the country the capital's. */
const zoneOf = async (world: World, place: string): Promise<Zone> => {
  if (place === COUNTRY) return 'Asia/Jakarta';
  const first = (await allCities(world)).find(({ cityCode }) => cityCode.startsWith(place));
  return first?.zone ?? 'Asia/Jakarta';
};

/** A file of the open data, where it has something to say. */
const resource = (report: Report, path: string): Uint8Array => {
  const found = resourcesOf(report).find((one) => one.path === path);
  if (!found)
    throw new Problem(
      'report_part_not_found',
      `Rekap ini tidak punya ${path}: tidak ada isinya yang dapat ditampilkan.`,
    );
  return found.bytes;
};

const bytesOf = (report: Report, format: ReportFormat): Promise<Uint8Array> | Uint8Array => {
  switch (format) {
    case 'pdf':
      return pdf(report);
    case 'xlsx':
      return xlsx(report);
    case 'csv':
      return cellsCsv(report, machine);
    case 'csv-id':
      return cellsCsv(report, excelIndonesia);
    case 'datapackage.json':
      return Buffer.from(`${JSON.stringify(dataPackage(report), null, 2)}\n`);
    default:
      return resource(report, format);
  }
};

const endings: Partial<Record<ReportFormat, string>> = {
  pdf: '.pdf',
  xlsx: '.xlsx',
  csv: '.csv',
  'csv-id': '-excel.csv',
};
/** Resources of open data keep their own names, because the package names them; the others say what they are. */
const nameOf = ({ snapshot: { place, month, revision }, least }: Report, format: ReportFormat): string => {
  const ending = endings[format];
  return ending === undefined ? format : `pasar-rata-${place}-${month}-r${revision}${least ? '-lengkap' : ''}${ending}`;
};

const download = async (report: Report, format: ReportFormat): Promise<Download> => ({
  name: nameOf(report, format),
  type: reportTypes[format],
  bytes: await bytesOf(report, format),
});

type Asked = { month: string; format: ReportFormat };
/** Made on demand from the snapshot, small cells hidden: everybody gets the same. */
const open = async (world: World, place: string, { month, format }: Asked, revision?: number): Promise<Download> => {
  const [stored, above, zone] = await Promise.all([
    expectSnapshot(world, place, month, revision),
    publicDecisions(world, place, month),
    zoneOf(world, place),
  ]);
  const snapshot = await withPublicAttainable(world, publicSnapshot(stored, above));
  return download({ snapshot, zone, missing: await namesOf(world, snapshot.missing) }, format);
};

export const readCityReport = endpoint('GET /cities/{city}/reports/{month}/{format}', ({ params, query }, world) =>
  open(world, params.city, params, query.revision),
);
export const readProvinceReport = endpoint(
  'GET /provinces/{province}/reports/{month}/{format}',
  ({ params, query }, world) => open(world, params.province, params, query.revision),
);
export const readCountryReport = endpoint('GET /country/reports/{month}/{format}', ({ params, query }, world) =>
  open(world, COUNTRY, params, query.revision),
);

/** With every cell, the offices, and the least sold by name: for those whose work it is to visit them. */
export const readFullCityReport = endpoint(
  'GET /cities/{city}/months/{month}/report/{format}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const stored = await expectSnapshot(world, city.cityCode, params.month, query.revision);
    const snapshot = await withAttainable(world, stored);
    const least = await leastSold(world, city, params.month);
    return download({ snapshot, zone: city.zone, missing: [], least }, params.format);
  },
);
