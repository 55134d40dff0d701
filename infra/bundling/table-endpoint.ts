type Asked = { readonly Endpoint?: string; readonly Region?: string };

/**
 * Stands in for the SDK's rules of endpoints in every bundle (infra/bundling/light-client.ts): the table is in the function's own
 * region and in AWS's public partition, or where a setting says.
 */
export const defaultEndpointResolver = ({ Endpoint, Region }: Asked): { url: URL } => ({
  url: new URL(Endpoint ?? `https://dynamodb.${Region}.amazonaws.com`),
});
