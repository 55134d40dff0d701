import * as z from 'zod';
import { IndicatorDefinition } from '../domain/equity/definition.ts';
import { Month } from '../domain/month.ts';
import { CityCode } from '../domain/region.ts';
import type { Routes } from './route.ts';

/** A file made on demand: its bytes, media type and name. It leaves as it is, not as JSON. */
export const Download = z
  .object({ name: z.string(), type: z.string(), bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array) })
  .meta({ id: 'Download' });
export type Download = z.infer<typeof Download>;

/** What a month can be read as: for people, for spreadsheets, and as open data (https://datapackage.org). */
export const reportTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  'csv-id': 'text/csv',
  'datapackage.json': 'application/json',
  'cells.csv': 'text/csv',
  'lorenz.csv': 'text/csv',
  'definitions.csv': 'text/csv',
} as const;
export type ReportFormat = keyof typeof reportTypes;
export const ReportFormat = z.enum(Object.keys(reportTypes) as [ReportFormat, ...ReportFormat[]]).meta({
  id: 'ReportFormat',
});
const fullFormats = ['pdf', 'xlsx', 'csv', 'csv-id'] as const;
export const FullFormat = z.enum(fullFormats).meta({ id: 'FullFormat' });
export type FullFormat = z.infer<typeof FullFormat>;

const OfMonth = z.object({ city: CityCode, month: Month });
const OfRevision = z.strictObject({ revision: z.coerce.number().int().min(1).max(9999).optional() });
const produces = (formats: readonly ReportFormat[]) => [...new Set(formats.map((format) => reportTypes[format]))];

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
  'GET /cities/{city}/reports/{month}/{format}': {
    operation: 'read-city-report',
    summary: 'The month of a city as a file, small cells hidden; open data with `datapackage.json`',
    access: 'public',
    who: ['anybody'],
    params: OfMonth.extend({ format: ReportFormat }),
    query: OfRevision,
    produces: produces(ReportFormat.options),
    response: Download,
    problems: ['snapshot_not_found', 'month_invalid'],
    rate: 20,
    cacheSeconds: 60,
  },
  'GET /cities/{city}/months/{month}/report/{format}': {
    operation: 'read-full-city-report',
    summary: 'The same with every cell and the least sold by name, for the city itself',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfMonth.extend({ format: FullFormat }),
    query: OfRevision,
    produces: produces(fullFormats),
    response: Download,
    problems: ['city_not_found', 'not_allowed', 'snapshot_not_found', 'month_invalid'],
    rate: 20,
  },
} as const satisfies Routes;
