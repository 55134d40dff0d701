import type { Key, Output, Sent } from '../../shared/contract.ts';
import type { Flaw, ProblemCode } from '../../shared/problem.ts';
import { hearTime } from './market-time.ts';
import { renewed } from './session.ts';

/** Codes of the API, and what can go wrong before it is reached. */
export type RefusalCode = ProblemCode | 'unreachable';

/** A refusal as people read it: the API's own sentence, and where to mend what. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: RefusalCode;
  readonly flaws: readonly Flaw[];
  /** Seconds after which the same can be asked again, where the API says so. */
  readonly retryAfter: number | undefined;
  constructor(
    status: number,
    code: RefusalCode,
    sentence: string,
    flaws: readonly Flaw[] = [],
    retryAfter: number | undefined = undefined,
  ) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.flaws = flaws;
    this.retryAfter = retryAfter;
  }
}

/** Only the parts a route takes are asked for; a part without required fields may be left out. */
type Parts<K extends Key> = {
  [P in keyof Sent<K> as Sent<K>[P] extends undefined ? never : P]: Sent<K>[P];
};
type Loose<T> = { [P in keyof T as object extends T[P] ? never : P]: T[P] } & {
  [P in keyof T as object extends T[P] ? P : never]?: T[P];
};
export type Asked<K extends Key> = Loose<Parts<K>> & { headers?: Record<string, string> };
export type Call = <K extends Key>(
  key: K,
  ...asked: Record<never, never> extends Asked<K> ? [Asked<K>?] : [Asked<K>]
) => Promise<Output<K>>;

type Plain = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
};

const addressOf = (path: string, { params = {}, query = {} }: Plain): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return given.length > 0 ? `${filled}?${new URLSearchParams(given)}` : filled;
};

/** What is said when nothing was reached; asked again it may be. */
export const unreachable = () =>
  new Refusal(0, 'unreachable', 'Tidak ada koneksi internet. Periksa sambungan Anda, lalu coba lagi.');
const unclear = (status: number) =>
  status === 401
    ? new Refusal(401, 'sign_in_required', 'Waktu masuk Anda habis. Masuk lagi, lalu ulangi.')
    : new Refusal(status, 'internal', 'Pasar sedang tidak bisa menjawab. Coba lagi sebentar lagi.');

const refusalOf = async (response: Response): Promise<Refusal> => {
  // The gateway itself answers without a code: no token, an unknown path, a function that did not start.
  const body = (await response.json().catch(() => ({}))) as {
    code?: ProblemCode;
    title?: string;
    errors?: Flaw[];
  };
  if (body.code === undefined || body.title === undefined) return unclear(response.status);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  return new Refusal(response.status, body.code, body.title, body.errors, retryAfter);
};

/** What somebody signed in has read past a worker that was not there yet (first-reads.ts). */
export const firstReads = new Map<string, Record<string, string>>();
/** More than pages read in the time a worker takes; where none ever comes, what was read first is forgotten. */
export const MOST_FIRST_READS = 100;
const remember = (url: string, headers: Record<string, string>): void => {
  firstReads.delete(url);
  firstReads.set(url, headers);
  const [oldest = url] = firstReads.keys();
  if (firstReads.size > MOST_FIRST_READS) firstReads.delete(oldest);
};

/** The API by its route keys. Types only come from the contract: no schema reaches the page. */
export const client =
  (base: string, token?: string): Call =>
  async (key, ...[asked]) => {
    const [method, path] = key.split(' ') as [string, string];
    const { body, headers, ...where } = (asked ?? {}) as Plain;
    const url = base + addressOf(path, where);
    const sent = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${renewed(token)}` }),
      ...headers,
    };
    const unseen = method === 'GET' && token && globalThis.navigator?.serviceWorker?.controller === null;
    const response = await fetch(url, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw unreachable();
    });
    hearTime(response);
    if (!response.ok) throw await refusalOf(response);
    if (unseen) remember(url, sent);
    return response.status === 204 ? null : await response.json().catch(() => Promise.reject(unclear(502)));
  };
