import type { Download } from '../../shared/contract/route/download.ts';
import type { SpendingFile } from '../../shared/contract/spending.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { columnCsv } from '../print/column-csv.ts';
import { columnXlsx } from '../print/column-xlsx.ts';
import { citySpending } from './city-spending.ts';
import { spendingSheet } from './spending-sheet.ts';

const types: Record<SpendingFile, string> = {
  'belanja-dinas.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'belanja-dinas.csv': 'text/csv; charset=utf-8',
};

export const printCitySpending = endpoint(
  'GET /cities/{city}/spending/{year}/{file}',
  async ({ params, caller }, world): Promise<Download> => {
    const { year, file } = params;
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const sheet = spendingSheet(await citySpending(world, city, year));
    const bytes = file.endsWith('.csv') ? columnCsv(sheet) : await columnXlsx(`Belanja ${year}`, sheet);
    return { name: file.replace('.', `-${city.cityCode}-${year}.`), type: types[file], bytes };
  },
);
