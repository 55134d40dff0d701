import { type Call, Refusal, client as webClient } from '../web/entry/client.ts';

export { type Call, Refusal };

/** The page's own client: `client(url, token)('POST /orders/{orderId}/accept', { params: { orderId } })`. */
export const client = (baseUrl: string, token?: string): Call => webClient(`${baseUrl}/api`, token);

/** The refusal a call meets; a call that succeeds fails the test. */
export const refusal = async (call: Promise<unknown>): Promise<Refusal> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the call succeeded');
};
