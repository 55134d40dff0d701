import * as z from 'zod';

/** What a schema takes, as far as JSON Schema tells. */
type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  enum?: unknown[];
  $ref?: string;
  $defs?: Record<string, Shape>;
};
export type Path = readonly string[];

const within = (shape: Shape, defs: Record<string, Shape>, path: Path = []): Path[] => {
  const one = shape.$ref ? (defs[shape.$ref.split('/').at(-1) ?? ''] ?? {}) : shape;
  const inside = Object.entries(one.properties ?? {}).flatMap(([name, part]) => within(part, defs, [...path, name]));
  const item = one.items ? within(one.items, defs, [...path, '0']) : [];
  return [path, ...inside, ...item];
};

/** Every place inside what a schema takes, itself first. */
export const placesOf = (schema: z.ZodType): Path[] => {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return within(shape, shape.$defs ?? {});
};

/** A value of the kind a schema wants at every place but one. */
export const put = (path: Path, value: unknown): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  return first === '0' ? [put(rest, value)] : { [first]: put(rest, value) };
};
