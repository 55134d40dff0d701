/** How colleagues know this person: typed once, kept on this device. */
const NAME = 'nama-petugas';
export const nameKept = (): string => {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
};
export const keepName = (name: string): void => {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // Without storage it is typed again.
  }
};
