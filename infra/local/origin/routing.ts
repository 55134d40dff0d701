export type GatewayRoute = {
  /** `GET /cities/{city}`. */
  readonly key: string;
  readonly open: boolean;
  readonly functionName: string;
  readonly handler: (event: never, context: never) => Promise<unknown>;
};

/** A refusal of the gateway, before or instead of a function. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

const isParam = (segment: string) => segment.startsWith('{');

/** Routes by method and length, the most specific first: a static segment wins over a parameter, from the left. */
export const matcher = (routes: readonly GatewayRoute[]) => {
  const shelves = new Map<string, { route: GatewayRoute; segments: string[]; rank: string }[]>();
  for (const route of routes) {
    const [method = '', path = ''] = route.key.split(' ');
    const segments = path.split('/').slice(1);
    const shelf = `${method} ${segments.length}`;
    const rank = segments.map((segment) => (isParam(segment) ? '1' : '0')).join('');
    shelves.set(shelf, [...(shelves.get(shelf) ?? []), { route, segments, rank }]);
  }
  for (const shelf of shelves.values()) shelf.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return (method: string, path: string) => {
    const given = path.split('/').slice(1);
    const hit = shelves
      .get(`${method} ${given.length}`)
      ?.find(({ segments }) => segments.every((s, i) => (isParam(s) ? given[i] !== '' : s === given[i])));
    if (!hit) throw new Refusal(404, 'Not Found');
    const params = hit.segments.flatMap((segment, i) =>
      isParam(segment) ? [[segment.slice(1, -1), decoded(given[i] ?? '')] as const] : [],
    );
    return { route: hit.route, params: params.length > 0 ? Object.fromEntries(params) : undefined };
  };
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, 'Bad Request');
  }
};
