import { type Download, type ReportFormat, reportTypes } from '../../shared/contract/reports.ts';
import { indicators } from '../../shared/domain/equity/definition.ts';
import { publicSnapshot } from '../../shared/domain/small-cells.ts';
import { DEFINITION, type Snapshot } from '../../shared/domain/snapshot.ts';
import { Problem } from '../../shared/problem.ts';
import { getSnapshot } from '../../shared/table/snapshots.ts';
import { endpoint } from '../endpoint.ts';
import { expectCity, requireCityReader } from '../expect.ts';
import type { World } from '../world.ts';
import { cellsCsv, excelIndonesia, machine } from './csv.ts';
import { dataPackage, type ResourceName, resources } from './datapackage.ts';
import { leastSold } from './least-sold.ts';
import { pdf } from './pdf.ts';
import { type Named, xlsx } from './xlsx.ts';

export const listDefinitions = endpoint('GET /definitions', async () => ({
  definition: DEFINITION,
  indicators: [...indicators],
}));

const expectSnapshot = async (world: World, place: string, month: string, revision?: number): Promise<Snapshot> => {
  const snapshot = await getSnapshot(world.table, place, month, revision);
  if (!snapshot) throw new Problem('snapshot_not_found', `Rekap ${month} belum ada.`);
  return snapshot;
};

const bytesOf = (snapshot: Snapshot, format: ReportFormat, named?: Named): Promise<Uint8Array> | Uint8Array => {
  switch (format) {
    case 'pdf':
      return pdf(snapshot, named);
    case 'xlsx':
      return xlsx(snapshot, named);
    case 'csv':
      return cellsCsv(snapshot, machine);
    case 'csv-id':
      return cellsCsv(snapshot, excelIndonesia);
    case 'datapackage.json':
      return Buffer.from(`${JSON.stringify(dataPackage(snapshot), null, 2)}\n`);
    default:
      return resources[format satisfies ResourceName](snapshot);
  }
};

const endings: Partial<Record<ReportFormat, string>> = {
  pdf: '.pdf',
  xlsx: '.xlsx',
  csv: '.csv',
  'csv-id': '-excel.csv',
};
/** Resources of open data keep their own names, because the package names them; the others say what they are. */
const nameOf = ({ place, month, revision }: Snapshot, format: ReportFormat, full: boolean): string => {
  const ending = endings[format];
  return ending === undefined ? format : `pasar-rata-${place}-${month}-r${revision}${full ? '-lengkap' : ''}${ending}`;
};

const report = async (snapshot: Snapshot, format: ReportFormat, named?: Named): Promise<Download> => ({
  name: nameOf(snapshot, format, named !== undefined),
  type: reportTypes[format],
  bytes: await bytesOf(snapshot, format, named),
});

/** Made on demand from the snapshot, small cells hidden: everybody gets the same. */
export const readCityReport = endpoint(
  'GET /cities/{city}/reports/{month}/{format}',
  async ({ params: { city, month, format }, query }, world) =>
    report(publicSnapshot(await expectSnapshot(world, city, month, query.revision)), format),
);

/** With every cell, the offices, and the least sold by name: for those whose work it is to visit them. */
export const readFullCityReport = endpoint(
  'GET /cities/{city}/months/{month}/report/{format}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const snapshot = await expectSnapshot(world, city.cityCode, params.month, query.revision);
    return report(snapshot, params.format, { least: await leastSold(world, city, params.month) });
  },
);
