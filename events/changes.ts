import * as z from 'zod';
import { type EventType, eventTypes, type MarketEvent } from './contract.ts';
import { type Change, type Maker, Versioned } from './maker.ts';
import { merchantChanged } from './merchant-changed.ts';

/*
 * Of an image only what decides which event it is, and what names it, is read here: everything else passes as it came,
 * and is parsed where it leaves, by the event's own schema.
 */
const OrderImage = Versioned.extend({
  handovers: z.array(z.object({ month: z.string() })),
  history: z.array(z.object({ at: z.string() })),
});
const PaymentImage = Versioned.extend({ history: z.array(z.object({ at: z.string() })) });
const MembershipImage = Versioned.extend({ grantedAt: z.string() });
const AppealImage = Versioned.extend({ answer: z.object({ outcome: z.string() }).nullish() });

const orderChanged: Maker = ({ before, after, at, id }) => {
  if (!after || before?.['version'] === after['version']) return undefined;
  // Only where a person was erased is a buyer somebody else: nothing moved.
  if (before && before['buyer'] !== after['buyer']) return undefined;
  const order = OrderImage.parse(after);
  const received = order.handovers.length > (before ? OrderImage.parse(before).handovers.length : 0);
  const detail = {
    ...order,
    orderVersion: order.version,
    eventId: `${id}#${order.version}`,
    version: 1,
    at: order.history.at(-1)?.at ?? at,
    ...(received ? { month: order.handovers.at(-1)?.month } : {}),
  };
  return { type: before ? (received ? 'OrderReceived' : 'OrderMoved') : 'OrderPlaced', detail };
};

/** What moves a payment: its state, how it is paid, since when and how much is asked for, and money nobody could place. */
const moving = ['state', 'way', 'handedOverAt', 'dueRupiah', 'unplaced'] as const;
const alike = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after);
const paymentChanged: Maker = ({ before, after, at, id }) => {
  if (!after || (before && moving.every((name) => alike(before[name], after[name])))) return undefined;
  const payment = PaymentImage.parse(after);
  const detail = {
    ...payment,
    paymentVersion: payment.version,
    eventId: `${id}#${payment.version}`,
    version: 1,
    at: payment.history.at(-1)?.at ?? at,
  };
  return { type: before ? 'PaymentMoved' : 'PaymentOpened', detail };
};

/** Each new version of an item is an event, which names the version by its own word. */
const eachVersion =
  (type: EventType, named: string): Maker =>
  ({ before, after, at, id }) => {
    if (!after || before?.['version'] === after['version']) return undefined;
    const { version } = Versioned.parse(after);
    return { type, detail: { ...after, [named]: version, eventId: `${id}#${version}`, version: 1, at } };
  };

/** What is written once is an event when it is. */
const onceWritten =
  (type: EventType): Maker =>
  ({ before, after, at, id }) =>
    before || !after ? undefined : { type, detail: { ...after, eventId: id, version: 1, at } };

const seated: Maker = ({ before, after, at, id }) => {
  if (before && after && before['role'] === after['role']) return undefined;
  const membership = MembershipImage.parse(after ?? before);
  return {
    type: after ? 'MembershipGranted' : 'MembershipRevoked',
    detail: {
      ...membership,
      eventId: `${id}#${membership.grantedAt}#${membership.version}${after ? '' : '#revoked'}`,
      version: 1,
      at,
    },
  };
};

const InvitationImage = Versioned.extend({ city: z.string().nullable() });
const invited: Maker = ({ before, after, at, id }) => {
  if (before && after && before['version'] === after['version']) return undefined;
  const invitation = InvitationImage.parse(after ?? before);
  const detail = {
    ...invitation,
    cityCode: invitation.city,
    eventId: `${id}#${invitation['invitedAt']}#${invitation.version}${after ? '' : '#gone'}`,
    version: 1,
    at,
  };
  return { type: 'InvitationMoved', detail };
};

const ErasureImage = Versioned.extend({ askedAt: z.string() });
/** Asked for, or there no more: what happens in between is no news. */
const erasureMoved: Maker = ({ before, after, at, id }) => {
  if (before && after) return undefined;
  const erasure = ErasureImage.parse(after ?? before);
  const eventId = `${id}#${erasure.askedAt}${after ? '' : '#gone'}`;
  return { type: 'ErasureMoved', detail: { ...erasure, eventId, version: 1, at } };
};

const closeRequested: Maker = ({ after, id }) => {
  if (!after) return undefined;
  return { type: 'CloseRequested', detail: { ...after, eventId: `${id}#${after['at']}`, version: 1 } };
};

const appealed: Maker = ({ before, after, at, id }) => {
  if (!after || before?.['state'] === after['state']) return undefined;
  const { version, answer, ...appeal } = AppealImage.parse(after);
  const detail = { ...appeal, outcome: answer?.outcome, eventId: `${id}#${version}`, version: 1, at };
  return { type: before ? 'AppealAnswered' : 'AppealOpened', detail };
};

const ruledOnOwners: Maker = ({ before, after, at, id }) => {
  if (before || !after) return undefined;
  return { type: 'OwnersRuled', detail: { ...after, cityCode: after['city'], eventId: id, version: 1, at } };
};

const ProductImage = Versioned.extend({ district: z.string(), category: z.string() });
const productChanged: Maker = ({ before, after, at, id }) => {
  if (!after || before?.['version'] === after['version']) return undefined;
  const [now, former] = [ProductImage.parse(after), before && ProductImage.parse(before)];
  const detail = {
    ...after,
    formerDistrict: former && former.district !== now.district ? former.district : null,
    formerCategory: former && former.category !== now.category ? former.category : null,
    productVersion: now.version,
    eventId: `${id}#${now.version}`,
    version: 1,
    at,
  };
  return { type: 'ProductChanged', detail };
};

const StockImage = z.object({ day: z.string().nullable(), given: z.int(), taken: z.int(), free: z.int() });
/** Pieces go with every order; what pages say is whether there are any. */
const shelfTurned: Maker = ({ before, after, at, id }) => {
  if (!before || !after) return undefined;
  const [former, now] = [StockImage.parse(before), StockImage.parse(after)];
  if (now.day !== null || former.free > 0 === now.free > 0) return undefined;
  // A shelf may turn to the same numbers again: what tells one turn from another is when it was.
  const eventId = `${id}#${now.given}#${now.taken}#${at}`;
  return { type: 'ShelfTurned', detail: { ...after, free: now.free > 0, eventId, version: 1, at } };
};

const goodsCaseMoved: Maker = ({ before, after, at, id }) => {
  if (!after || before?.['state'] === after['state']) return undefined;
  const { version } = Versioned.parse(after);
  return {
    type: 'GoodsCaseMoved',
    detail: { ...after, caseVersion: version, eventId: `${id}#${version}`, version: 1, at },
  };
};

const DayImage = Versioned.extend({ changedAt: z.string() });
/** Of a market day only what its city says and who has a stall; that one more shop asks is on no page. */
const marketDayChanged: Maker = ({ before, after, at, id }) => {
  if (!after) return undefined;
  const { changedAt, version } = DayImage.parse(after);
  if (before?.['changedAt'] === changedAt) return undefined;
  return { type: 'CentreChanged', detail: { ...after, eventId: `${id}#${version}`, version: 1, at } };
};

/** That a bank opened what it may is on record for the owner, and no news to anybody. */
const ApplicationImage = Versioned.extend({
  state: z.string(),
  consent: z.object({ withdrawnAt: z.string().nullable() }),
});
const applicationMoved: Maker = ({ before, after, at, id }) => {
  if (!after) return undefined;
  const { state, consent, version } = ApplicationImage.parse(after);
  const known = before && ApplicationImage.parse(before);
  if (known?.state === state && known.consent.withdrawnAt === consent.withdrawnAt) return undefined;
  const detail = { ...after, applicationVersion: version, eventId: `${id}#${version}`, version: 1, at };
  return { type: 'ApplicationMoved', detail };
};

const policyDecided: Maker = ({ before, after, at, id }) => {
  if (before || !after) return undefined;
  const { version } = Versioned.parse(after);
  return {
    type: 'PolicyDecided',
    detail: { cityCode: after['city'], policyVersion: version, eventId: id, version: 1, at },
  };
};

const AwaitedImage = z.looseObject({ notedAt: z.string() });
/** That an owner waits, that nobody was met, and that it waits no longer; not that its shop has another name. */
const visitAwaited: Maker = ({ before, after, at, id }) => {
  if (before && after && before['notedAt'] === after['notedAt']) return undefined;
  const awaited = AwaitedImage.parse(after ?? before);
  const eventId = `${id}#${awaited.notedAt}${after ? '' : '#gone'}`;
  return { type: 'VisitAwaited', detail: { ...awaited, eventId, version: 1, at } };
};

/** Ties are drawn again with each day of the city, so its lists are made anew as soon as a ledger holds on another one. */
const PointerImage = z.object({ ledgerVersion: z.string(), at: z.string(), day: z.string().optional() });
const ledgerMade: Maker = ({ before, after, at, id }) => {
  if (!after) return undefined;
  const [former, now] = [before && PointerImage.parse(before), PointerImage.parse(after)];
  if (former?.ledgerVersion === now.ledgerVersion && former.day === now.day) return undefined;
  return { type: 'LedgerMade', detail: { ...after, eventId: `${id}#${now.at}`, version: 1, at } };
};

const makers: Partial<Record<string, Maker>> = {
  Order: orderChanged,
  Payment: paymentChanged,
  Review: eachVersion('ReviewChanged', 'reviewVersion'),
  Paper: onceWritten('PaperIssued'),
  Merchant: merchantChanged,
  Turnover: onceWritten('TurnoverReported'),
  Membership: seated,
  Invitation: invited,
  Erasure: erasureMoved,
  Snapshot: onceWritten('SnapshotTaken'),
  Appeal: appealed,
  OwnerRuling: ruledOnOwners,
  CloseRequest: closeRequested,
  Product: productChanged,
  GoodsCase: goodsCaseMoved,
  Application: applicationMoved,
  Story: eachVersion('StoryChanged', 'storyVersion'),
  AwaitedVisit: visitAwaited,
  CityBans: eachVersion('BansSet', 'bansVersion'),
  Stock: shelfTurned,
  PaymentWays: eachVersion('PaymentWaysChanged', 'waysVersion'),
  DeliveryTerms: eachVersion('DeliveryTermsChanged', 'termsVersion'),
  Centre: eachVersion('CentreChanged', 'centreVersion'),
  MarketDay: marketDayChanged,
  City: eachVersion('CityChanged', 'cityVersion'),
  Preparation: eachVersion('PreparationAsked', 'askedVersion'),
  Policy: policyDecided,
  LedgerPointer: ledgerMade,
};
/** The kinds of items whose changes can announce something; no other leaves the stream. */
export const announcing: readonly string[] = Object.keys(makers);

/**
 * The event a change of an item announces, or none. Pure: the same change, delivered twice, makes the same event with
 * the same id. The event's schema decides what leaves: everything it does not name stays in the table.
 */
export const eventOf = ({ before, after, at }: Change): MarketEvent | undefined => {
  const item = after ?? before;
  const made = makers[String(item?.type)]?.({ before, after, at, id: `${item?.pk}#${item?.sk}` });
  if (!made) return undefined;
  return { type: made.type, detail: eventTypes[made.type].parse(made.detail) } as MarketEvent;
};
