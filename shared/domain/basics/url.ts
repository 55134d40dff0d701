/** The address a text is, beginning at `base` where it is a part of one; undefined where it is none. */
export const urlOf = (text: string, base?: URL): URL | undefined => {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
};
