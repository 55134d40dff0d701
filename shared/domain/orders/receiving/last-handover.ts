/** From when on a city takes no more orders for the same day, unless it says so itself. */
export const LAST_HANDOVER_AT = '21:00';

/**
 * Whether goods that lie ready may still be ordered for today: by the city's wall clock (`08:05`), not by the day alone, which
 * lasts until midnight. Asked by the market and by its pages, so that neither offers what the other refuses.
 */
export const handsOverAt = (
  clock: string,
  { lastHandoverAt = LAST_HANDOVER_AT }: { readonly lastHandoverAt?: string | undefined },
): boolean => clock < lastHandoverAt;
