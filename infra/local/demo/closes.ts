import { closeMonths } from '../../../functions/equity/close/close-months.ts';
import type { Files } from '../../../functions/files.ts';
import type { Instant } from '../../../shared/domain/basics/month.ts';
import type { DemoMarket } from './market.ts';

type Plan = {
  readonly month: string;
  readonly phase: string;
  readonly takenAt: string;
  readonly cities: readonly { cityCode: string }[];
  readonly provinces: readonly { province: string }[];
};

/** One run of the state machine (infra/month-close-definition.ts): plan, its cities, their provinces, the country. */
export const closeAt = async (
  market: DemoMarket,
  files: Files,
  scheduledAt: Instant,
  input: Record<string, unknown>,
): Promise<void> => {
  const run = closeMonths(() => ({ ...market.world, files }));
  await market.at(scheduledAt, async () => {
    const plan = (await run({ task: 'plan', input: { ...input, scheduledAt } })) as Plan;
    const { month, phase, takenAt } = plan;
    const of = { month, phase, takenAt };
    const city = async ({ cityCode }: { cityCode: string }) => {
      const { ranges } = (await run({ task: 'city', cityCode, ...of })) as { ranges?: object[] };
      if (!ranges) return;
      for (const range of ranges) await run({ task: 'open', cityCode, range, ...of });
      await run({ task: 'opened-city', cityCode, ...of });
    };
    await Promise.all(plan.cities.map(city));
    await Promise.all(plan.provinces.map((place) => run({ task: 'province', ...place, ...of })));
    await run({ task: 'country', ...of });
  });
};
