import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** An IPv6 customer has 2⁶⁴ addresses of one network. */
const NETWORK_GROUPS = 4;
const networkOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, NETWORK_GROUPS).join(':')
    : address;

/**
 * The network address a request came from. Behind CloudFront the gateway sees an edge: the visitor is the entry that
 * CloudFront itself wrote, just before the one that the gateway adds; whatever stands further left the visitor made up.
 */
export const addressOf = (event: APIGatewayProxyEventV2, behindCloudFront: boolean): string => {
  const chain = (event.headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim());
  const visitor = behindCloudFront ? chain.at(-2) : undefined;
  return networkOf(visitor || event.requestContext.http.sourceIp);
};
