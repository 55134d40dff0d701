import { Logger as PowertoolsLogger } from '@aws-lambda-powertools/logger';

/*
 * What a function tells of itself: lines of JSON, whose fields CloudWatch reads. Never who, never what somebody typed.
 */

export type About = Readonly<Record<string, unknown>>;
export type Logger = Readonly<Record<'info' | 'warn' | 'error', (message: string, about?: About) => void>>;

/** What else hangs on an error may be somebody's item (an SDK's refused condition holds it): left out. */
const withoutItems = (_: string, value: unknown): unknown => {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { name, message, stack, cause };
};

/** Where lines go that are not written out. */
class HeldLogger extends PowertoolsLogger {
  hold: (line: string) => void = () => undefined;
  protected override printLog(...[, line]: Parameters<PowertoolsLogger['printLog']>): void {
    line.prepareForPrint();
    this.hold(JSON.stringify(line.getAttributes(), this.getJsonReplacer()));
  }
}

type Options = ConstructorParameters<typeof PowertoolsLogger>[0];
const held = (options: Options, hold: (line: string) => void) => Object.assign(new HeldLogger(options), { hold });

/** What stands in each line of a level that is told; nothing where it is not. */
const headOf = (options: Options): About | undefined => {
  const lines: string[] = [];
  held(options, (line) => lines.push(line)).info('');
  const { xray_trace_id: _, ...head } = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
  return lines.length > 0 ? head : undefined;
};

/** Words and figures, which are the same in a line whoever writes it. */
const isSimple = (about: About): boolean =>
  Object.values(about).every((value) => typeof value !== 'bigint' && !(value instanceof Error));

/**
 * A logger in the name of a function. Its lines are written out, or handed to `hold`. A line for each request is written
 * without Powertools, which takes longer for it than a request needs to be parsed: after the head that it gives every line.
 */
export const jsonLogger = (service: string, hold?: (line: string) => void): Logger => {
  const options = { serviceName: service, jsonReplacerFn: withoutItems };
  const logger = hold ? held(options, hold) : new PowertoolsLogger(options);
  const write = hold ?? ((line: string) => void process.stdout.write(`${line}\n`));
  let head: { readonly of: About | undefined } | undefined;
  return {
    info: (message, about = {}) => {
      if (!isSimple(about)) return logger.info(message, about);
      head ??= { of: headOf(options) };
      if (head.of)
        write(JSON.stringify({ ...head.of, message, timestamp: new Date().toISOString(), ...traced(), ...about }));
    },
    warn: (message, about = {}) => logger.warn(message, about),
    error: (message, about = {}) => logger.error(message, about),
  };
};

export const serviceName = process.env['POWERTOOLS_SERVICE_NAME'] ?? 'pasar-rata';

/** A logger of this process, in the name its environment gives it. */
export const processLogger = (): Logger => jsonLogger(serviceName);

/** Whatever Lambda follows this request by. */
const traced = (): About => {
  const [, root] = /Root=([^;]+)/.exec(process.env['_X_AMZN_TRACE_ID'] ?? '') ?? [];
  return root === undefined ? {} : { xray_trace_id: root };
};
