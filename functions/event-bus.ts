import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { MarketEvent } from '../events/contract.ts';

/** Hands one event to the bus; throws when the bus did not take it. */
export type Publish = (event: MarketEvent) => Promise<void>;

/** EventBridge answers per entry: one it did not take must not be lost. */
export const toEventBridge = (busName: string): Publish => {
  const client = new EventBridgeClient({});
  return async ({ type, detail }) => {
    const entry = { EventBusName: busName, Source: 'pasar-rata', DetailType: type, Detail: JSON.stringify(detail) };
    const { Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    const refused = Entries?.find(({ ErrorCode }) => ErrorCode !== undefined);
    if (refused) throw new Error(`the bus refused ${type}: ${refused.ErrorCode}`);
  };
};
