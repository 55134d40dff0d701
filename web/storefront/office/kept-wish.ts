const keyOf = (agencyId: string): string => `rapat-${agencyId}`;

/** What was typed of a meeting and not sent yet, in this tab: a reload in the middle of a dozen fields loses none. */
export const keptWish = (agencyId: string): Record<string, string> => {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(agencyId)) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

export const keepWish = (agencyId: string, wish: Record<string, string>): void => {
  try {
    sessionStorage.setItem(keyOf(agencyId), JSON.stringify(wish));
  } catch {}
};

export const forgetWish = (agencyId: string): void => {
  try {
    sessionStorage.removeItem(keyOf(agencyId));
  } catch {}
};
