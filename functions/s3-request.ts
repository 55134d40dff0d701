import type { HttpRequest } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { SignatureV4 } from '@smithy/signature-v4';

type Answer = {
  readonly statusCode: number;
  readonly headers?: Record<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
};
export type S3Options = {
  readonly region?: string;
  readonly credentials?: ConstructorParameters<typeof SignatureV4>[0]['credentials'];
  readonly send?: (request: HttpRequest) => Promise<Answer>;
  readonly pause?: (attempt: number) => Promise<void>;
};

export const overTheWire = (): NonNullable<S3Options['send']> => {
  const handler = new NodeHttpHandler({ connectionTimeout: 3_000, requestTimeout: 60_000 });
  return async (request) => (await handler.handle(request)).response as Answer;
};
