/**
 * Stands in for the SDK's chain of credential providers in every bundle (infra/bundling/bundle.ts): Lambda always gives
 * credentials by environment, so profiles, SSO, processes and metadata services would only be dead weight at each start.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
