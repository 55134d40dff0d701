/** WCAG relative luminance of `#rrggbb`. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio of two colours, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const mixed = (colour: string, target: number, part: number): string =>
  `#${[1, 3, 5]
    .map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * (1 - part) + target * part))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

const READABLE = 4.5;

/** The colour moved towards black (0) or white (255) only as far as it must be to be read on that ground. */
const readable = (colour: string, ground: string, target: 0 | 255): string => {
  for (let part = 0; part < 1; part += 0.05) {
    const tried = mixed(colour, target, part);
    if (contrast(tried, ground) >= READABLE) return tried;
  }
  return mixed(colour, target, 1);
};

/** A city's accent as it can be read on light and on dark paper; its buttons carry paper-coloured text. */
export const accentOf = (colour: string): { light: string; dark: string } => ({
  // The sunken paper is the darkest light ground and the raised one the lightest dark ground it is laid on.
  light: readable(colour, '#f1eee6', 0),
  dark: readable(colour, '#212329', 255),
});

/** Lays a city's accent over nila; a city without one shows nila again. */
export const wearAccent = (colour: string | null): void => {
  const { style } = document.documentElement;
  const worn = colour !== null && /^#[0-9a-f]{6}$/i.test(colour) ? accentOf(colour.toLowerCase()) : undefined;
  style.setProperty('--accent-light', worn?.light ?? null);
  style.setProperty('--accent-dark', worn?.dark ?? null);
};
