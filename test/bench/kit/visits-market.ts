import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { recordText } from '../../../shared/domain/visits/record-text.ts';

/** What a phone sent, and how often. */
export type Heard = { readonly records: Map<string, number>; readonly pictures: Map<string, number>; garbled: number };

const bodyOf = async (asked: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of asked) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};
const told = (answer: ServerResponse, status: number, body: object): void => {
  answer.writeHead(status, { 'content-type': 'application/json' });
  answer.end(JSON.stringify(body));
};
const hashOf = (of: string | Buffer): string => createHash('sha256').update(of).digest('hex');
const plus = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** A picture in so many arrives garbled the first time; so many requests are answered as too many, again and again. */
const GARBLED = 50;
const TOO_MANY = 240;
const IN_A_ROW = 2;

/**
 * In front of a market: its pages are the market's own, the visits' two routes are answered here, as the market does and as fast
 * as it can, so that what is measured is the phone. What waits on the phone is counted here, and what comes is hashed.
 */
export const visitsMarket = async (behind: string) => {
  const heard: Heard = { records: new Map(), pictures: new Map(), garbled: 0 };
  let asked = 0;
  const visits = async (path: string, incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    asked += 1;
    if (asked % TOO_MANY > TOO_MANY - 1 - IN_A_ROW)
      return told(answer, 429, { code: 'too_many_requests', title: 'Permintaan terlalu cepat.' });
    const [, , , visitId = '', what = ''] = path.split('/');
    if (what === 'record') {
      plus(heard.records, visitId);
      return told(answer, 200, { visitId, hash: hashOf(recordText(JSON.parse(body.toString('utf8')))) });
    }
    const hash = hashOf(body);
    plus(heard.pictures, hash);
    if (heard.pictures.size % GARBLED === 0 && heard.pictures.get(hash) === 1) {
      heard.garbled += 1;
      return told(answer, 201, { hash: hash.split('').reverse().join('') });
    }
    return told(answer, 201, { hash });
  };
  const server = createServer((incoming, answer) => {
    const path = incoming.url ?? '';
    if (path.startsWith('/api/visits/')) return void visits(path, incoming, answer);
    if (path.startsWith('/api/')) return told(answer, 200, { items: [], next: null });
    const { headers, method } = incoming;
    const passed = request(behind + path, { method, headers: { ...headers, host: new URL(behind).host } }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    passed.once('error', () => answer.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((done) => void server.close(() => done()).closeAllConnections());
  return { url: `http://localhost:${port}`, heard, stop };
};
