import type { Chance } from '../../chance.ts';
import { at, disc, fill, grains, inOval, line, oval, repeat, ring, type Shape, shadowColour, specks } from './draw.ts';
import { kunyit, leafGreen, mengkudu, type Tone } from './palette.ts';

export const friedOnion = (chance: Chance, spread = 8): Shape =>
  grains(chance, inOval(0, 0, spread, spread * 0.8), 9, '#8a4413', 1.6, 4) +
  grains(chance, inOval(0, 0, spread, spread * 0.8), 7, '#c1762c', 1.6, 4);

export const cucumber = (radius = 10): Shape =>
  disc(0.8, 1.2, radius, shadowColour, 0.2) +
  disc(0, 0, radius, '#5f9a52') +
  disc(0, 0, radius * 0.84, '#dcebb4') +
  ring(0, 0, radius * 0.42, '#bcd78c', radius * 0.22) +
  line('M-2-4h0M2-4h0M-4.5 0h0M4.5 0h0M-2 4h0M2 4h0', '#f6f9dc', radius * 0.16);

export const cucumbers = (): Shape =>
  [
    [-7, -6],
    [8, -2],
    [-1, 8],
  ]
    .map(([x = 0, y = 0]) => at(x, y, 0, 0.85, cucumber()))
    .join('');

export const tomato = (radius = 10): Shape =>
  disc(0.8, 1.2, radius, shadowColour, 0.2) +
  disc(0, 0, radius, '#b8322a') +
  disc(-0.4, -0.4, radius * 0.82, '#df5a49') +
  repeat(3, (index) => at(0, 0, index * 120, 1, oval(0, -radius * 0.42, radius * 0.24, radius * 0.3, '#f2a07c')));

export const lime = (radius = 9): Shape =>
  disc(0.8, 1.2, radius, shadowColour, 0.2) +
  disc(0, 0, radius, '#4f8f3e') +
  disc(0, 0, radius * 0.86, '#eef3cf') +
  repeat(6, (index) =>
    at(0, 0, index * 60, 1, fill(`M0 0L${-radius * 0.3} ${-radius * 0.72}H${radius * 0.3}Z`, '#b8d96f')),
  );

const chilliRed: Tone = { base: '#c8281f', light: '#e77060', dark: '#8f1812' };
const chilliGreen: Tone = { base: '#4f8f3e', light: '#8fc070', dark: '#2f6638' };

export const chilli = (green = false): Shape => {
  const { base, light } = green ? chilliGreen : chilliRed;
  return (
    fill('M1 2C9-5 23-5 31 0C23 7 9 8 1 2Z', shadowColour, 0.18) +
    fill('M0 0C8-7 22-7 30-2C22 5 8 6 0 0Z', base) +
    fill('M2-1C9-6 20-6 27-3C18-2 10-2 2-1Z', light) +
    line('M0 0C-4 0-7-2-9-5', '#3f7d4c', 2.4)
  );
};

export const leaf = ({ base, light, dark }: Tone = leafGreen): Shape =>
  fill('M0 14C-12 6-11-8 0-16C11-8 12 6 0 14Z', base) +
  fill('M0 14C-12 6-11-8 0-16Z', light) +
  line('M0 16V-11M0 6l-5-4M0 6l5-4M0-1l-4-4M0-1l4-4', dark, 1);

export const basil = (): Shape => at(-5, 2, -50, 0.7, leaf()) + at(6, 2, 45, 0.7, leaf()) + at(0, -5, 0, 0.75, leaf());

export const lettuce = (): Shape =>
  fill('M-20 6C-26-2-18-10-14-12C-12-20 0-20 4-16C14-20 22-10 19-3C26 4 18 14 10 12C2 18-14 16-20 6Z', '#7fb35a') +
  fill('M-15 3C-18-4-12-8-9-9C-6-14 2-14 5-10C11-11 15-5 13-1C8-4-6-3-15 3Z', '#a9d07c') +
  line('M-16 8C-6 0 4-2 15-4M-4 1L-7-9M4-2L8 8', '#d4e8b0', 1.2);

export const sprouts = (chance: Chance, rx: number, ry: number, count = 16): Shape => {
  const places = Array.from({ length: count }, () => [...inOval(0, 0, rx, ry)(chance), chance.whole(-6, 6)] as const);
  return (
    line(
      places.map(([x, y, bend]) => `M${x.toFixed(0)} ${y.toFixed(0)}q${bend} 5 ${bend + 3} 9`).join(''),
      '#f6f1dc',
      2,
    ) + line(places.map(([x, y]) => `M${x.toFixed(0)} ${y.toFixed(0)}h.4`).join(''), '#cfc078', 3)
  );
};

export const mushroom = (tone: Tone = { base: '#b98d62', light: '#d9b48a', dark: '#8a6540' }): Shape =>
  fill('M-5 0H5C4 7 6 12 4 14C1 16-3 15-4 13C-6 11-4 6-5 0Z', '#f1e7d4') +
  fill('M-14 1C-15-10-7-15 0-15C8-15 15-9 14 1C6 4-6 4-14 1Z', tone.base) +
  fill('M-12-1C-12-9-6-13 0-13C3-13 5-12 6-11C-2-11-9-7-12-1Z', tone.light) +
  line('M-13 1C-6 4 6 4 13 1', tone.dark, 1.6);

export const kerupuk = (chance: Chance, tone: Tone = { base: '#f3dcae', light: '#fdf1d6', dark: '#d0a866' }): Shape =>
  fill('M-15 3C-18-6-10-11-6-13C0-18 9-15 11-11C18-8 18 3 14 7C12 15 1 16-4 13C-11 14-16 9-15 3Z', shadowColour, 0.18) +
  fill('M-17 1C-20-8-12-13-8-15C-2-20 7-17 9-13C16-10 16 1 12 5C10 13-1 14-6 11C-13 12-18 7-17 1Z', tone.dark) +
  fill('M-16 0C-19-8-11-13-7-14C-2-18 6-16 8-12C14-9 14 0 10 3C8 11-1 12-6 9C-12 10-17 6-16 0Z', tone.base) +
  specks(chance, inOval(-4, -3, 11, 9), 10, tone.dark, 2) +
  specks(chance, inOval(-6, -5, 9, 7), 8, tone.light, 2.6);

export const sauce = ({ base, light, dark }: Tone, chance?: Chance): Shape =>
  fill('M-22 3C-28-6-16-15-6-12C0-20 18-16 18-8C28-4 24 10 13 10C6 18-10 16-14 10C-19 11-22 8-22 3Z', dark) +
  fill('M-20 1C-24-6-15-13-6-10C0-17 16-14 16-7C24-4 21 7 12 7C5 14-9 13-13 7C-17 8-20 6-20 1Z', base) +
  fill('M-14-2C-12-8-6-9-2-7C2-11 9-11 11-7C3-8-7-6-14-2Z', light) +
  (chance
    ? specks(chance, inOval(0, 0, 16, 8), 12, light, 1.6) + specks(chance, inOval(0, 0, 16, 8), 8, dark, 1.5)
    : '');

export const peanut: Tone = { base: '#b07332', light: '#d9a45e', dark: '#7d4a1a' };
export const petis: Tone = { base: '#3a2116', light: '#73472f', dark: '#22120b' };

export const sambalBowl = (chance: Chance, tone: Tone = mengkudu): Shape =>
  disc(1.4, 2.2, 18, shadowColour, 0.28) +
  disc(0, 0, 18, '#e9dcc2') +
  disc(0, 0, 15.5, tone.dark) +
  disc(-0.6, -0.8, 14.4, tone.base) +
  fill('M-12-4C-7-14 7-14 12-4C5-6-3 2-12-4Z', tone.light) +
  specks(chance, inOval(0, 0, 12, 12), 12, tone.dark, 1.8) +
  specks(chance, inOval(0, 0, 12, 12), 10, '#f0c26a', 1.6) +
  specks(chance, inOval(0, 0, 12, 12), 5, '#5f8f3e', 1.8);

export const greens = (chance: Chance, rx: number, ry: number): Shape =>
  oval(1, 3, rx + 3, ry + 3, shadowColour, 0.25) +
  grains(chance, inOval(0, 0, rx, ry), 16, '#245430', 4, 9) +
  grains(chance, inOval(0, 0, rx, ry), 14, '#5f9b58', 3.4, 9) +
  grains(chance, inOval(0, -1, rx, ry), 12, '#b3d98a', 2.2, 8);

export const pineapple = (): Shape =>
  fill('M-9 8L0-10L9 8C4 11-4 11-9 8Z', '#d9a02a') +
  fill('M-7 6L0-8L7 6C3 8-3 8-7 6Z', kunyit.light) +
  line('M-3 4L0-3L3 4', '#d9a02a', 1);

export const carrot = (): Shape =>
  disc(0.6, 1, 7, shadowColour, 0.2) +
  disc(0, 0, 7, '#d9701f') +
  disc(-0.4, -0.4, 5.6, '#f0924a') +
  disc(0, 0, 2.4, '#f9bf85');
