import type * as z from 'zod';
import { agencies } from './contract/agencies.ts';
import { audit } from './contract/audit.ts';
import { capital } from './contract/capital/capital.ts';
import { catalogue } from './contract/catalogue/catalogue.ts';
import { centres } from './contract/centres/centres.ts';
import { complaints } from './contract/complaints/complaints.ts';
import { deliveries } from './contract/deliveries/deliveries.ts';
import { demand } from './contract/demand.ts';
import { equity } from './contract/equity.ts';
import { followUps } from './contract/follow-ups.ts';
import { integrity } from './contract/integrity.ts';
import { notices } from './contract/notices.ts';
import { orders } from './contract/orders/orders.ts';
import { papers } from './contract/papers/papers.ts';
import { partners } from './contract/partners/partners.ts';
import { payments } from './contract/payments/payments.ts';
import { people } from './contract/people/people.ts';
import { photos } from './contract/photos.ts';
import { programmes } from './contract/programmes/programmes.ts';
import { cityRanking } from './contract/ranking/city-ranking.ts';
import { ranking } from './contract/ranking/ranking.ts';
import { register } from './contract/register/register.ts';
import { reports } from './contract/reports.ts';
import { reviews } from './contract/reviews.ts';
import type { Route, RouteKey } from './contract/route/route.ts';
import { spending } from './contract/spending.ts';
import { stories } from './contract/stories.ts';
import { targets } from './contract/targets.ts';
import { today } from './contract/today.ts';
import { turnover } from './contract/turnover.ts';
import { visits } from './contract/visits/visits.ts';

/** The contexts: one folder under functions/ and one Lambda each. */
export const contexts = {
  catalogue,
  photos,
  register,
  orders,
  payments,
  papers,
  reviews,
  ranking,
  'city-ranking': cityRanking,
  turnover,
  equity,
  reports,
  people,
  agencies,
  spending,
  targets,
  audit,
  notices,
  integrity,
  'follow-ups': followUps,
  visits,
  stories,
  demand,
  complaints,
  partners,
  capital,
  centres,
  programmes,
  deliveries,
  today,
} as const;
export type Context = keyof typeof contexts;

/** The whole HTTP surface. There is no other list of routes. */
export const contract = {
  ...catalogue,
  ...photos,
  ...register,
  ...orders,
  ...payments,
  ...papers,
  ...reviews,
  ...ranking,
  ...cityRanking,
  ...turnover,
  ...equity,
  ...reports,
  ...people,
  ...agencies,
  ...spending,
  ...targets,
  ...audit,
  ...notices,
  ...integrity,
  ...followUps,
  ...visits,
  ...stories,
  ...demand,
  ...complaints,
  ...partners,
  ...capital,
  ...centres,
  ...programmes,
  ...deliveries,
  ...today,
} as const;
type Contract = typeof contract;
export type Key = keyof Contract & RouteKey;

type Parsed<R, Part extends string, Otherwise> = R extends { [P in Part]: z.ZodType<infer T> } ? T : Otherwise;
type Typed<R, Part extends string, Otherwise> = R extends { [P in Part]: infer S extends z.ZodType }
  ? z.input<S>
  : Otherwise;

/** What an operation is given, already parsed. */
export type Input<K extends Key> = {
  readonly params: Parsed<Contract[K], 'params', Record<string, never>>;
  readonly query: Parsed<Contract[K], 'query', Record<string, never>>;
  readonly body: Parsed<Contract[K], 'body', undefined>;
};
/** What a client sends, before defaults and transforms. */
export type Sent<K extends Key> = {
  readonly params: Typed<Contract[K], 'params', undefined>;
  readonly query: Typed<Contract[K], 'query', undefined>;
  readonly body: Typed<Contract[K], 'body', undefined>;
};
export type Output<K extends Key> = z.output<Contract[K]['response']>;

export const routeOf = (key: Key): Route => contract[key];
export const routeKeys = Object.keys(contract) as Key[];
