import { announcing } from './changes.ts';
import type { Subscription } from './subscription.ts';

/**
 * Who listens to which events, who reads the stream, who runs when: the only list. Bundles, rules, queues, mappings and
 * schedules on AWS, bus, stream and schedule on one machine, and tests are made of it. A key is the function's file
 * under functions/, named after what it exports; what it may touch is a row of infra/rights.ts.
 */
export const subscriptions = {
  'equity/live/follow-standings': {
    does: 'Counts changed standings in the live month, each exactly once',
    reads: { items: ['Standing'], gatheredSeconds: 2 },
  },
  'outbox/publish-changes': {
    does: 'Turns changes of the table into events',
    reads: { items: announcing },
    announces: true,
  },
  'catalogue/follow-merchants': {
    does: 'Lists or unlists the products of a shop that was verified or suspended, and renames or moves them with it',
    hears: ['MerchantVerified', 'MerchantSuspended', 'MerchantChanged'],
    minutes: 2,
  },
  'catalogue/watched/recheck-goods': {
    does: 'Puts goods on sale before the city when a rule that is new forbids them',
    queues: {
      // A ledger is made again at least once a day: so a rule of the country is noticed on the day it begins.
      hears: ['BansSet', 'LedgerMade'],
      atOnce: 4,
      gathers: { most: 100, seconds: 60 },
    },
    minutes: 14,
  },
  'ranking/ledger/follow-orders': {
    does: 'Enters orders into the ledger that lists are ranked by',
    hears: ['OrderMoved', 'OrderReceived', 'ReviewChanged'],
  },
  'payments/follow-orders': {
    does: 'Moves the payment of an order with the order, and applies what was told of it before',
    queues: {
      hears: ['OrderPlaced', 'OrderMoved', 'OrderReceived'],
      atOnce: 50,
      tries: 5,
      gathers: { most: 100, seconds: 1 },
    },
  },
  'spending/count-purchases': {
    does: 'Keeps what offices ordered, got and paid in a year as their orders and payments move',
    queues: {
      hears: ['OrderPlaced', 'OrderMoved', 'OrderReceived', 'PaymentMoved'],
      atOnce: 20,
      tries: 5,
      gathers: { most: 100, seconds: 5 },
    },
  },
  'spending/sum-offices': {
    does: 'Adds up what the offices of a large city spent and owe and how many of their people took part, where there is news of them',
    queues: { hears: ['LedgerDue', 'PreparationAsked'], atOnce: 10, keptMinutes: 60 },
    minutes: 10,
    computes: true,
  },
  'city-ranking/gap/make-gaps': {
    does: 'Finds out who did not sell and why, in a city of so many shops that a page would wait for it',
    queues: { hears: ['LedgerDue', 'PreparationAsked'], atOnce: 10, keptMinutes: 60 },
    minutes: 14,
    computes: true,
  },
  'city-ranking/try-rules': {
    does: 'Tries a proposed rule on the past of a city of so many shops that an officer would wait for it',
    queues: { hears: ['PreparationAsked'], atOnce: 4, keptMinutes: 60 },
    minutes: 14,
    computes: true,
  },
  'centres/count-sales': {
    does: 'Keeps what was picked up at centres, as orders are received there',
    queues: {
      hears: ['OrderReceived'],
      atOnce: 10,
      tries: 5,
      gathers: { most: 100, seconds: 10 },
    },
  },
  'targets/count-participation': {
    does: 'Counts a civil servant who got and paid for something from a small business, once a month',
    queues: {
      hears: ['OrderReceived', 'PaymentMoved'],
      atOnce: 10,
      tries: 5,
      gathers: { most: 100, seconds: 10 },
    },
  },
  'notices/tell-people': {
    does: 'Tells people what happened and what waits for them, and calls them where they want to be called',
    queues: {
      hears: [
        'OrderPlaced',
        'OrderMoved',
        'OrderReceived',
        'PaymentOpened',
        'PaymentMoved',
        'PaperIssued',
        'ReviewChanged',
        'MerchantRegistered',
        'MerchantVerified',
        'MerchantReturned',
        'MerchantResubmitted',
        'MerchantSuspended',
        'MerchantChanged',
        'OwnerEvidenceChanged',
        'ProposalMoved',
        'AppealOpened',
        'AppealAnswered',
        'InvitationMoved',
        'GoodsCaseMoved',
        'ApplicationMoved',
        'StoryChanged',
        'VisitAwaited',
        'ErasureMoved',
      ],
      atOnce: 50,
      tries: 5,
      // People wait for it: a second, and however many orders come in one are told together.
      gathers: { most: 100, seconds: 1 },
    },
  },
  'notices/announce-policies': {
    does: 'Tells the shops of a city the ranking rule it decided, in ranges, each once',
    everyMinutes: 5,
    atMost: 1,
    minutes: 4,
  },
  'notices/send-held-pushes': {
    does: 'Calls people whose quiet hours are over',
    everyMinutes: 5,
    atMost: 1,
    minutes: 4,
  },
  'ranking/ledger/refresh-ledgers': {
    does: "Makes the present version of a city's ledger",
    // A new name or place may come with a new owner, where the city mends both at once.
    hears: ['MerchantVerified', 'MerchantSuspended', 'MerchantChanged', 'OwnerEvidenceChanged', 'OwnersRuled'],
    // A call is superseded by the next one, a quarter of an hour later.
    queues: { hears: ['LedgerDue'], atOnce: 10, keptMinutes: 60 },
    // Seconds, but for a city's first ledger, which is made of all its past orders.
    minutes: 14,
    computes: true,
  },
  'ranking/ledger/call-ledgers': {
    does: 'Calls for the present version of every ledger',
    everyMinutes: 15,
    announces: true,
    minutes: 2,
  },
  'pages/write-goods': {
    does: 'Writes the pages of products and shops anew when what they show changes',
    queues: {
      hears: [
        'ProductChanged',
        'ShelfTurned',
        'ReviewChanged',
        'PaymentWaysChanged',
        'PagesDue',
        'MerchantVerified',
        'MerchantSuspended',
        'MerchantChanged',
        'CityChanged',
        'ShopEdited',
        'OwnerEvidenceChanged',
        'ProposalMoved',
        'DeliveryTermsChanged',
        'StoryChanged',
      ],
      atOnce: 8,
      gathers: { most: 100, seconds: 2 },
      tries: 10,
    },
    announces: true,
    minutes: 10,
    computes: true,
  },
  'pages/call-reopened': {
    does: 'Calls for the pages of shops that are open again, as the day begins in their city',
    everyMinutes: 5,
    atMost: 1,
    announces: true,
    minutes: 4,
  },
  'pages/write-lists': {
    does: 'Writes the lists, the homes of cities, equity pages and sitemaps anew when what they show changes',
    queues: {
      hears: [
        'ProductChanged',
        'ShelfTurned',
        'LedgerMade',
        'PolicyDecided',
        'CityChanged',
        'SnapshotTaken',
        'MerchantVerified',
        'MerchantSuspended',
        'MerchantChanged',
        'ShopEdited',
        'PagesDue',
        'OwnerEvidenceChanged',
        'ProposalMoved',
        'CentreChanged',
        'StoryChanged',
        'ReviewChanged',
        'PaymentWaysChanged',
      ],
      atOnce: 4,
      gathers: { most: 1000, seconds: 3 },
      tries: 10,
    },
    minutes: 14,
    computes: true,
  },
  'pages/stories/draw-stories': {
    does: 'Draws the pictures of makers’ stories and their share cards, and covers them when a story is taken back',
    queues: {
      hears: ['StoryChanged', 'PagesDue', 'CityChanged', 'MerchantVerified', 'MerchantSuspended', 'MerchantChanged'],
      atOnce: 2,
      tries: 10,
      gathers: { most: 100, seconds: 1 },
    },
    minutes: 10,
    computes: true,
  },
  'orders/run-clocks': {
    does: 'Moves orders whose time has run out',
    everyMinutes: 5,
    atMost: 1,
    minutes: 4,
  },
  'people/erase-accounts': {
    does: 'Erases people who asked for it three days ago, in ranges, and unlinks entries whose time is over',
    everyMinutes: 15,
    atMost: 1,
    minutes: 4,
  },
  'integrity/call-months': {
    does: "Calls for a look at every city's last closed month",
    // A month that was looked at is found so at once; after each of its two closes it is looked at again.
    everyMinutes: 6 * 60,
    announces: true,
    minutes: 2,
  },
  'integrity/ask-month': {
    does: 'Looks at a closed month of a city and asks what is far from usual, each question once',
    // A city of many orders reads each of its month once; the next call finds what failed.
    queues: { hears: ['IntegrityDue'], atOnce: 4, keptMinutes: 6 * 60 },
    minutes: 14,
    computes: true,
  },
  'equity/close/close-months': {
    does: 'One step of the month close',
    steps: 'month-close',
    minutes: 15,
    computes: true,
    // A little more than the cities that close at the same time.
    atMost: 60,
  },
} as const satisfies Record<string, Subscription>;

export type Consumer = keyof typeof subscriptions;
export const consumers = Object.keys(subscriptions) as Consumer[];
/** A consumer's row, with every column readable. */
export const subscriptionOf = (consumer: Consumer): Subscription => subscriptions[consumer];
