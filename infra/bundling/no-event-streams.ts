/**
 * Stands in for the SDK's event streams in every bundle (infra/bundling/bundle.ts): DynamoDB, EventBridge and S3's plain files
 * have none; nor is any function a browser (`bowser`). The SDK imports both at need, and that alone would make esbuild wrap half of its modules for late loading.
 */
const none = (): never => {
  throw new Error('event streams are not bundled');
};
export const EventStreamSerde = none;
export const eventStreamSerdeProvider = () => none;
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

/** No command of ours asks where its endpoint is; the client makes this store of answers at each start all the same. */
export class EndpointCache {}

/** Other ways to hash and to wait, for where there is no node:crypto and for settings that no function of ours has. */
export class Sha256Js {}
export class DefaultRateLimiter {}
