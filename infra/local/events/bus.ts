import type { EventType, MarketEvent } from '../../../events/contract.ts';

/** The envelope in which EventBridge hands an event to a target. */
export type BusEvent<T extends EventType = EventType> = {
  version: '0';
  id: string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  'detail-type': T;
  detail: Extract<MarketEvent, { type: T }>['detail'];
};
/** Which types of event go to which target. */
export type Rule = { readonly types: readonly EventType[]; readonly target: (event: BusEvent) => Promise<unknown> };

/**
 * An event bus in this process. It answers after every target has answered, so the stream's place is the outbox of
 * targets too: what a crash interrupts is delivered again.
 */
export const localBus =
  (rules: readonly Rule[]) =>
  async ({ type, detail }: MarketEvent): Promise<void> => {
    const event: BusEvent = {
      version: '0',
      id: detail.eventId,
      source: 'pasar-rata',
      account: '000000000000',
      time: detail.at,
      region: 'local',
      resources: [],
      'detail-type': type,
      detail: structuredClone(detail),
    };
    const targets = rules.filter(({ types }) => types.includes(type)).map(({ target }) => target(event));
    // None goes on behind the caller's back after another has failed.
    const failed = (await Promise.allSettled(targets)).find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  };
