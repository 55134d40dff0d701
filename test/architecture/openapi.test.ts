import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openApi, rendered, written } from '../../scripts/docs/openapi.ts';
import { contract } from '../../shared/contract.ts';

describe('the OpenAPI document', () => {
  test('is in step with the contract (npm run docs)', () => {
    expect(written()).toBe(rendered());
  });

  test('names every route of the contract and no other', () => {
    const keys = Object.entries(openApi().paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(keys.sort()).toEqual(Object.keys(contract).sort());
  });

  test('has schemas that an independent validator compiles', () => {
    const ajv = new Ajv.default({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', ...openApi() } as object);
    for (const name of Object.keys(openApi().components?.schemas ?? {}))
      expect(() => ajv.compile({ $ref: `openapi#/components/schemas/${name}` }), name).not.toThrow();
  });
});
