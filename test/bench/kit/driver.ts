import { Agent, request } from 'node:http';

/** A buyer's browser that keeps its connections: posts JSON, or gets, and answers status and body. */
export type Driver = {
  readonly send: (
    method: string,
    path: string,
    token?: string,
    body?: string,
  ) => Promise<{ status: number; text: string }>;
  readonly close: () => void;
};

export const driver = (url: string, atOnce: number): Driver => {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const send: Driver['send'] = (method, path, token, body) =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const asked = request({ hostname, port, agent, method, path: `/api${path}`, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
        response.once('error', reject);
      });
      asked.once('error', reject);
      asked.end(body);
    });
  return { send, close: () => agent.destroy() };
};

/** Posts what must succeed. */
export const mustSend = async (...[{ send }, ...asked]: [Driver, ...Parameters<Driver['send']>]): Promise<string> => {
  const { status, text } = await send(...asked);
  if (status >= 400) throw new Error(`${asked[0]} ${asked[1]} answered ${status}: ${text}`);
  return text;
};
