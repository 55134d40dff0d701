import * as z from 'zod';
import { Month } from '../domain/basics/month-schema.ts';
import { IndicatorDefinition } from '../domain/equity/definitions/indicator.ts';
import { CityCode, ProvinceCode } from '../domain/places/region.ts';
import { Download } from './route/download.ts';
import type { Routes } from './route/route.ts';

/** What a month can be read as: for people, for spreadsheets, and as open data (https://datapackage.org). */
export const reportTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  'csv-id': 'text/csv',
  'datapackage.json': 'application/json',
  'cells.csv': 'text/csv',
  'lorenz.csv': 'text/csv',
  'between.csv': 'text/csv',
  'agencies.csv': 'text/csv',
  'attainable.csv': 'text/csv',
  'quality.csv': 'text/csv',
  'definitions.csv': 'text/csv',
} as const;
export type ReportFormat = keyof typeof reportTypes;
const formats = Object.keys(reportTypes) as [ReportFormat, ...ReportFormat[]];
/** What the city's own officers can read: everything. */
export const FullFormat = z.enum(formats).meta({ id: 'FullFormat' });
export type FullFormat = z.infer<typeof FullFormat>;
/** What everybody can read: no offices. */
export const OpenFormat = FullFormat.exclude(['agencies.csv']).meta({ id: 'OpenFormat' });
export type OpenFormat = z.infer<typeof OpenFormat>;

const OfMonth = z.object({ month: Month });
const OfCity = OfMonth.extend({ city: CityCode });
const OfRevision = z.strictObject({ revision: z.coerce.number().int().min(1).max(9999).optional() });
const produces = [...new Set(Object.values(reportTypes))];

const report = <P extends z.ZodObject>(operation: string, of: string, params: P) =>
  ({
    operation,
    summary: `The month of ${of} as a file, small cells hidden; open data with \`datapackage.json\``,
    access: 'public',
    who: ['anybody'],
    params,
    query: OfRevision,
    produces,
    response: Download,
    problems: ['snapshot_not_found', 'report_part_not_found', 'month_invalid'],
    rate: 20,
    cacheSeconds: 60,
  }) as const;

/** Reports of a month, and what their figures mean. Apart from equity, whose Lambda stays light. */
export const reports = {
  'GET /definitions': {
    operation: 'list-definitions',
    summary: 'What every figure means: name, sentence, formula, who is counted, source',
    access: 'public',
    who: ['anybody'],
    response: z.object({ definition: z.string(), indicators: z.array(IndicatorDefinition) }),
    cacheSeconds: 3600,
  },
  'GET /cities/{city}/reports/{month}/{format}': report(
    'read-city-report',
    'a city',
    OfCity.extend({ format: OpenFormat }),
  ),
  'GET /provinces/{province}/reports/{month}/{format}': report(
    'read-province-report',
    'a province, its cities side by side',
    OfMonth.extend({ province: ProvinceCode, format: OpenFormat }),
  ),
  'GET /country/reports/{month}/{format}': report(
    'read-country-report',
    'the country, its cities side by side',
    OfMonth.extend({ format: OpenFormat }),
  ),
  'GET /cities/{city}/months/{month}/report/{format}': {
    operation: 'read-full-city-report',
    summary: 'The same with every cell, the offices, and the least sold by name, for the city itself',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity.extend({ format: FullFormat }),
    query: OfRevision,
    produces,
    response: Download,
    problems: ['city_not_found', 'not_allowed', 'snapshot_not_found', 'report_part_not_found', 'month_invalid'],
    rate: 20,
  },
} as const satisfies Routes;
