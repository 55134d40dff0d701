import type { Download } from '../../shared/contract/route/download.ts';
import type { ParticipationFile } from '../../shared/contract/targets.ts';
import { percent } from '../../shared/domain/basics/wording.ts';
import { hiddenWords } from '../../shared/domain/targets/hidden-words.ts';
import type { OfficeParticipation } from '../../shared/domain/targets/participation.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { columnCsv } from '../print/column-csv.ts';
import type { Column } from '../print/column-sheet.ts';
import { columnXlsx } from '../print/column-xlsx.ts';
import { participationOf } from './participation.ts';

type Row = Pick<OfficeParticipation, 'name' | 'members' | 'participants' | 'share' | 'hidden'>;
const columns: readonly Column<Row>[] = [
  ['Dinas', ({ name }) => name],
  ['ASN', ({ members }) => members],
  ['Ikut belanja', ({ participants }) => participants],
  ['Bagian', ({ share }) => share],
  ['Keterangan', ({ hidden }) => (hidden === null ? '' : hiddenWords[hidden])],
];
const types: Record<ParticipationFile, string> = {
  'partisipasi-asn.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'partisipasi-asn.csv': 'text/csv; charset=utf-8',
};

/** The page's own numbers as a file: what it hides is in neither. */
export const printParticipation = endpoint(
  'GET /cities/{city}/participation/{month}/{file}',
  async ({ params, caller }, world): Promise<Download> => {
    const { month, file } = params;
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const { offices, total, goalPercent } = await participationOf(world, city, month);
    const name = `Seluruh dinas${goalPercent === null ? '' : `, target ${percent(goalPercent / 100)}`}`;
    const sheet = { columns, rows: [...offices, { ...total, name, hidden: null }] };
    const bytes = file.endsWith('.csv') ? columnCsv<Row>(sheet) : await columnXlsx<Row>(`ASN ${month}`, sheet);
    return { name: file.replace('.', `-${city.cityCode}-${month}.`), type: types[file], bytes };
  },
);
