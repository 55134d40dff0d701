/*
 * What the standard Data Package 2.0 (https://datapackage.org/standard/data-package/, with data resource, table dialect and
 * table schema) asks of a package of tables in files, as a JSON Schema. Written by us from its text and narrowed to what we
 * write: the published profiles may be wider, never narrower where we use them. What the standard leaves open, a package may
 * say; here it may not, so that a slip in a name is found. Compared on 2026-11-27 with the profiles that frictionlessdata/datapackage
 * publishes under the MIT licence: package, sources, licences and resources as far as they stand below, and the whole dialect.
 */

const text = { type: 'string' } as const;
const path = {
  type: 'string',
  pattern: '^((?=[^./~])(?!file:)((?!\\/\\.\\.\\/)(?!\\\\)(?!:\\/\\/).)*|(http|ftp)s?:\\/\\/.*)$',
};
const profile = (name: string) => ({ const: `https://datapackage.org/profiles/2.0/${name}.json` });
const only = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const fieldTypes = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'list',
  'datetime',
  'date',
  'time',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'any',
];
const field = only({ name: text, title: text, description: text, type: { enum: fieldTypes } }, ['name', 'type']);
const source = { ...only({ title: text, path, email: text, version: text }), minProperties: 1 };
const license = {
  ...only({ name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text }),
  anyOf: [{ required: ['name'] }, { required: ['path'] }],
};

const resource = only(
  {
    $schema: profile('dataresource'),
    name: text,
    path,
    type: { const: 'table' },
    title: text,
    format: text,
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: text,
    bytes: { type: 'integer' },
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
    dialect: only({
      $schema: profile('tabledialect'),
      header: { type: 'boolean' },
      delimiter: text,
      lineTerminator: text,
      quoteChar: text,
      doubleQuote: { type: 'boolean' },
    }),
    schema: only(
      {
        $schema: profile('tableschema'),
        fields: { type: 'array', minItems: 1, items: field },
        missingValues: { type: 'array', items: text },
      },
      ['fields'],
    ),
  },
  ['name', 'path'],
);

export const dataPackage2 = only(
  {
    $schema: profile('datapackage'),
    name: text,
    id: text,
    title: text,
    description: text,
    version: text,
    created: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$' },
    keywords: { type: 'array', minItems: 1, items: text },
    licenses: { type: 'array', minItems: 1, items: license },
    sources: { type: 'array', items: source },
    resources: { type: 'array', minItems: 1, items: resource },
  },
  ['resources'],
);
