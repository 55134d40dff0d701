/*
 * What a function tells of itself: lines of JSON, whose fields CloudWatch reads. Never who, never what somebody typed.
 * Our own, because every function loads it at every start and runs it with every request (docs/decisions/0026).
 */

type About = Readonly<Record<string, unknown>>;
export type Logger = Readonly<Record<'info' | 'warn' | 'error', (message: string, about?: About) => void>>;

/** JSON says nothing of an error and throws at a total. What else hangs on an error may be somebody's item: left out. */
const told = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { name, message, stack, cause };
};

/** Never throws: a line that cannot be written must not turn an answer into a fault. */
const lineOf = (fields: About): string => {
  try {
    return JSON.stringify(fields, told);
  } catch {
    return JSON.stringify({ level: fields['level'], message: fields['message'], unwritable: true });
  }
};

/** Where lines go, and the trace a line belongs to, as Lambda says it: `Root=1-…;Parent=…`. */
type Options = { readonly write?: (line: string) => void; readonly trace?: () => string | undefined };

const writeOut = (line: string): void => void process.stdout.write(`${line}\n`);

/** A logger in the name of a function. */
export const jsonLogger = (service: string, { write = writeOut, trace }: Options = {}): Logger => {
  const at = (level: string) => (message: string, about?: About) =>
    write(lineOf({ level, message, timestamp: new Date().toISOString(), service, trace: trace?.(), ...about }));
  return { info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
};

/** How each figure is counted. */
const units = { milliseconds: 'Milliseconds', faults: 'Count' } as const;
type Figures = Partial<Record<keyof typeof units, number>>;

/**
 * Figures of a line that CloudWatch shall also count, by service and route: what makes a line of the log a metric.
 * Source: AWS, "Specification: Embedded metric format".
 */
export const counted = (figures: Figures) => ({
  ...figures,
  _aws: {
    Timestamp: Date.now(),
    CloudWatchMetrics: [
      {
        Namespace: 'PasarRata',
        Dimensions: [['service', 'route']],
        Metrics: (Object.keys(figures) as (keyof Figures)[]).map((Name) => ({ Name, Unit: units[Name] })),
      },
    ],
  },
});
