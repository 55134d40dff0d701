import * as z from 'zod';
import { RankingPolicy } from '../../domain/ranking/policy/policy.ts';
import { PolicySimulation } from '../../domain/ranking/policy/policy-change.ts';
import { list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

// | entity     | pk         | sk                |
// | Policy     | CITY#35.73 | POLICY#0002       |
// | Simulation | CITY#35.73 | SIMULATION#sim_…  |
const StoredPolicy = z.object({
  ...RankingPolicy.shape,
  decidedBy: z.string(),
  decidedAt: z.string(),
  simulationId: z.string(),
});
export type StoredPolicy = z.infer<typeof StoredPolicy>;
const policies = entity({
  type: 'Policy',
  schema: StoredPolicy,
  key: ({ city, version }: Pick<StoredPolicy, 'city' | 'version'>) => ({
    pk: `CITY#${city}`,
    sk: `POLICY#${String(version).padStart(4, '0')}`,
  }),
});
export const SimulationRecord = PolicySimulation.extend({ request: z.string() });
export type SimulationRecord = z.infer<typeof SimulationRecord>;
const simulations = entity({
  type: 'Simulation',
  schema: SimulationRecord,
  key: ({ city, simulationId }: Pick<PolicySimulation, 'city' | 'simulationId'>) => simulationKey(city, simulationId),
});
const simulationKey = (city: string, simulationId: string) => ({
  pk: `CITY#${city}`,
  sk: `SIMULATION#${simulationId}`,
});

/** More than a city decides in a lifetime of monthly changes. */
const MOST_POLICIES = 500;

/** What a city decided, oldest first; empty for one that keeps the standard. */
export const policiesOf = async (table: Table, city: string): Promise<StoredPolicy[]> => {
  const request = { pk: `CITY#${city}`, prefix: 'POLICY#', limit: MOST_POLICIES, consistent: true };
  return (await list(table, StoredPolicy, undefined, request)).items;
};
export const insertPolicy = (policy: StoredPolicy): Write => insert(policies, policy);

export const getSimulation = (table: Table, city: string, simulationId: string) =>
  get(table, simulations, simulationKey(city, simulationId));
export const insertSimulation = (simulation: SimulationRecord): Write => insert(simulations, simulation, true);
