import type { Chance } from '../../chance.ts';

/** A piece of SVG. Everything is drawn on a square of 200 by 200; light comes from the left. */
export type Shape = string;

/** A tenth of 1/200 is a third of a pixel at 640: nobody sees more, and the text stays small. */
const round = (value: number): string => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.');

/** An attribute, left out where it would only repeat what SVG takes for granted. */
const set = (name: string, value: string | number, usual?: string | number): string =>
  value === usual ? '' : ` ${name}="${value}"`;

/** The same for the numbers within an outline. */
const trimmed = (d: string): string => d.replace(/\d*\.\d{2,}/g, (value) => round(Number(value)));

const faint = (opacity: number): string => set('opacity', opacity, 1).replace('0.', '.');

export const fill = (d: string, colour: string, opacity = 1): Shape =>
  `<path d="${trimmed(d)}" fill="${colour}"${faint(opacity)}/>`;

/** A stroke; the picture's root says that nothing is filled unless it says so, and that ends are round. */
export const line = (d: string, colour: string, width = 1.4, opacity = 1): Shape =>
  `<path d="${trimmed(d)}" stroke="${colour}"${set('stroke-width', round(width), '1')}${faint(opacity)}/>`;

/** A stroke broken into dashes, their lengths and gaps as SVG takes them. */
export const dashes = (d: string, colour: string, width: number, lengths: string): Shape =>
  `<path d="${trimmed(d)}" stroke="${colour}" stroke-width="${round(width)}" stroke-dasharray="${lengths}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, colour: string, opacity = 1): Shape =>
  `<ellipse${set('cx', round(x), '0')}${set('cy', round(y), '0')} rx="${round(rx)}" ry="${round(ry)}" fill="${colour}"${faint(opacity)}/>`;

export const disc = (x: number, y: number, radius: number, colour: string, opacity = 1): Shape =>
  `<circle${set('cx', round(x), '0')}${set('cy', round(y), '0')} r="${round(radius)}" fill="${colour}"${faint(opacity)}/>`;

export const ring = (x: number, y: number, radius: number, colour: string, width = 1.4, opacity = 1): Shape =>
  `<circle${set('cx', round(x), '0')}${set('cy', round(y), '0')} r="${round(radius)}" stroke="${colour}"${set('stroke-width', round(width), '1')}${faint(opacity)}/>`;

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  corner = 0,
  opacity = 1,
): Shape =>
  `<rect${set('x', round(x), '0')}${set('y', round(y), '0')} width="${round(width)}" height="${round(height)}"${set('rx', corner, 0)} fill="${colour}"${faint(opacity)}/>`;

/** Parts moved to a place, turned by degrees and made larger. */
export const at = (x: number, y: number, turn: number, scale: number, ...parts: Shape[]): Shape =>
  `<g transform="translate(${round(x)} ${round(y)})${turn ? ` rotate(${round(turn)})` : ''}${scale === 1 ? '' : ` scale(${String(Math.round(scale * 100) / 100).replace('0.', '.')})`}">${parts.join('')}</g>`;

export const repeat = (count: number, part: (index: number) => Shape): Shape =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

/** The same part at many places, written once. */
export const stamp = (
  id: string,
  part: Shape,
  places: readonly (readonly [number, number, number?, number?])[],
): Shape =>
  `<defs><g id="${id}">${part}</g></defs>${places
    .map(([x, y, turn = 0, scale = 1]) => at(x, y, turn, scale, `<use href="#${id}"/>`))
    .join('')}`;

/** What is drawn only inside an outline. */
export const within = (id: string, d: string, ...parts: Shape[]): Shape =>
  `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${parts.join('')}</g>`;

export const shadowColour = '#3a2a1a';

/** The one shadow: of a thing that lies, its outline moved right and down. */
export const shadow = (d: string, shift = 6): Shape =>
  `<path d="${d}" transform="translate(${shift} ${shift})" fill="${shadowColour}" opacity=".16"/>`;

/** And of a thing that stands. */
export const ground = (x: number, y: number, rx: number, ry = 9): Shape => oval(x, y, rx, ry, shadowColour, 0.17);

export type Area = (chance: Chance) => readonly [x: number, y: number];

export const inOval =
  (x: number, y: number, rx: number, ry: number): Area =>
  ({ random }) => {
    const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random())];
    return [x + rx * far * Math.cos(angle), y + ry * far * Math.sin(angle)];
  };

export const inBox =
  (x: number, y: number, width: number, height: number): Area =>
  ({ random }) => [x + random() * width, y + random() * height];

const joined = (x: number, y: number): string => `${round(x)} ${round(y)}`.replace(' -', '-');

/** Sesame, chilli, coconut: dots of one colour in one path. */
export const specks = (chance: Chance, area: Area, count: number, colour: string, size: number): Shape =>
  line(Array.from({ length: count }, () => `M${joined(...area(chance))}h0`).join(''), colour, size);

/** Rice, fried onion, shreds: short strokes of one colour in one path, each its own way. */
export const grains = (chance: Chance, area: Area, count: number, colour: string, width = 1.8, length = 4.6): Shape =>
  line(
    Array.from({ length: count }, () => {
      const turn = chance.random() * 2 * Math.PI;
      return `M${joined(...area(chance))}l${joined(length * Math.cos(turn), length * Math.sin(turn))}`;
    }).join(''),
    colour,
    width,
  );
