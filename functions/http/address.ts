import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** An IPv6 customer has 2⁶⁴ addresses of one network, and may write each in many ways. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/** The eight groups of an IPv6 address: `::` stands for as many noughts as are missing, the last two may be an IPv4 address. */
const groupsOf = (address: string): string[] => {
  const written = address
    .toLowerCase()
    .replace(/%.*$/, '')
    .replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
      const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
      return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
    });
  const [before = [], after] = written.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const missing = after ? Math.max(0, GROUPS - before.length - after.length) : 0;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...(after ?? [])];
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
};

/** What one customer has: a whole IPv4 address, also where it is written as an IPv6 one; the first half of any other. */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
  if (!mapped) return groups.slice(0, NETWORK_GROUPS).join(':');
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
};

/** A provider gives a house as many as 256 networks (a /56): where houses are counted, they are one. */
export const houseOf = (network: string): string => {
  const groups = network.split(':');
  const last = groups[NETWORK_GROUPS - 1];
  return last === undefined ? network : [...groups.slice(0, -1), Number.parseInt(last, 16) >> 8].join(':');
};

/**
 * The network address a request came from. Behind CloudFront the gateway sees an edge: the visitor is the entry that
 * CloudFront itself wrote, just before the one that the gateway adds; whatever stands further left the visitor made up.
 */
export const addressOf = (event: APIGatewayProxyEventV2, behindCloudFront: boolean): string => {
  const chain = (event.headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim());
  const visitor = behindCloudFront ? chain.at(-2) : undefined;
  return networkOf(visitor || event.requestContext.http.sourceIp);
};
