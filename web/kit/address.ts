/** A page's address with what is wanted of it; what is empty is left out, so that one view has one address. */
export const address = (path: string, wanted: Record<string, string | undefined>): string => {
  const given = Object.entries(wanted).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

/** What a page's address says, by name; only the first of a repeated name, empty ones left out. */
export const given = (search: string): Partial<Record<string, string>> => {
  const found: Partial<Record<string, string>> = Object.create(null);
  for (const [name, value] of new URLSearchParams(search)) if (value.trim()) found[name] ??= value.trim();
  return found;
};

const LAST_CITY = 'kota';
const CITY = /^\d{2}\.\d{2}$/;
export const isCityCode = (text: string | null | undefined): text is string => text != null && CITY.test(text);

/** The city looked at last on this device. Storage may be forbidden: then nothing is remembered, and nothing breaks. */
export const lastCity = (): string | undefined => {
  try {
    const known = localStorage.getItem(LAST_CITY);
    return isCityCode(known) ? known : undefined;
  } catch {
    return undefined;
  }
};
export const rememberCity = (city: string | undefined): void => {
  try {
    if (city === undefined) localStorage.removeItem(LAST_CITY);
    else localStorage.setItem(LAST_CITY, city);
  } catch {}
};
