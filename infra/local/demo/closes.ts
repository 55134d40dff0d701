import { closeMonths } from '../../../functions/equity/close-months.ts';
import type { Files } from '../../../functions/files.ts';
import type { Instant } from '../../../shared/domain/month.ts';
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
  const run = closeMonths(
    () => market.world,
    () => files,
  );
  await market.at(scheduledAt, async () => {
    const plan = (await run({ task: 'plan', input: { ...input, scheduledAt } })) as Plan;
    const { month, phase, takenAt } = plan;
    const each = (task: string, places: readonly object[]) =>
      Promise.all(places.map((place) => run({ task, ...place, month, phase, takenAt })));
    await each('city', plan.cities);
    await each('province', plan.provinces);
    await run({ task: 'country', month, phase, takenAt });
  });
};
