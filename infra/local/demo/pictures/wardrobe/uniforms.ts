import { at, disc, fill, line, repeat, type Shape, shadow } from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { type Drawing, kunyit, mengkudu, nila, type Tone } from '../kit/palette.ts';
import { fieldVest, officeUniform, sportShirt } from './garments.ts';

const khaki: readonly Tone[] = [
  { base: '#c2a878', light: '#d8c398', dark: '#957c4e' },
  { base: '#b59a6a', light: '#cfb688', dark: '#876f44' },
  { base: '#a9946f', light: '#c5b28e', dark: '#7d6a48' },
];

const civilServant: Drawing = ({ chance }) => officeUniform(chance.pick(khaki), chance.happens(0.5));

const sport: Drawing = ({ accent, other, chance }) =>
  sportShirt(
    accent,
    other,
    chance.happens(0.5)
      ? words(String(chance.whole(10, 89)), 101, 84, 34, '#fff', { weight: 2 })
      : words('DINAS', 101, 84, 14, '#fff', { widest: 60, weight: 2.1 }) +
          words('SEHAT', 101, 104, 22, kunyit.base, { widest: 64, weight: 2.1 }),
  );

const vestTones: readonly Tone[] = [
  { base: '#e07a1f', light: '#f4a55c', dark: '#a9540e' },
  { base: '#6f7a3f', light: '#97a363', dark: '#4c5529' },
  nila,
  { base: '#7d6a4a', light: '#a08c68', dark: '#564830' },
];

const vest: Drawing = ({ chance }) => fieldVest(chance.pick(vestTones), chance.pick(['#e9e4c8', '#d8e36a']));

const schoolUniform: Drawing = ({ chance }) => {
  const skirt = chance.happens(0.45);
  const { base, light, dark } = mengkudu;
  return (
    (skirt
      ? shadow('M64 118H138L158 184H44Z') +
        fill('M64 118H138L158 184H44Z', base) +
        fill('M64 118H82L70 184H44Z', light) +
        fill('M122 118H138L158 184H134Z', dark) +
        line('M90 122L82 184M112 122L120 184M100 122V184', dark, 1.4)
      : shadow('M64 118H138L150 184H106L101 150L96 184H52Z') +
        fill('M64 118H138L150 184H106L101 148L96 184H52Z', base) +
        fill('M64 118H80L70 184H52Z', light) +
        fill('M124 118H138L150 184H134Z', dark) +
        line('M101 126V148', dark, 1.5)) + at(0, -2, 0, 1, whiteShirt(), tie(skirt))
  );
};

const whiteShirt = (): Shape =>
  shadow('M76 30L40 44L24 84L48 94L58 84V120H144V84L154 94L178 84L162 44L126 30Z') +
  fill(
    'M76 30L40 44L24 84L48 94L58 78V126C84 131 118 131 144 126V78L154 94L178 84L162 44L126 30C118 42 84 42 76 30Z',
    '#fbfaf4',
  ) +
  fill('M58 78V126C66 127.5 74 128.5 82 129C76 102 72 70 62 38L40 44L24 84L48 94Z', '#fff') +
  fill('M144 78V126C138 127.2 132 128 126 128.6C130 102 134 70 140 36L162 44L178 84L154 94Z', '#e0dbcc') +
  line('M101 46V128', '#cfc9ba', 1.4) +
  fill('M76 30C84 38 94 42 101 42L84 57L70 36Z', '#ece7da') +
  fill('M126 30C118 38 108 42 101 42L118 57L132 36Z', '#dcd6c6') +
  repeat(4, (index) => disc(104.5, 56 + index * 18, 2, '#d3ccbb') + disc(104, 55.6 + index * 18, 1.3, '#fff')) +
  fill('M114 70H136V90L125 95L114 90Z', '#f1ecdf') +
  line('M114 70H136V90L125 95L114 90Z', '#cfc9ba', 1.2) +
  disc(125, 81, 5, kunyit.base) +
  disc(125, 81, 2.4, mengkudu.base) +
  line('M27 77L51 87M151 87L175 77', '#cfc9ba', 1.4) +
  line('M66 62C64 80 64 96 66 118M92 92C90 102 90 112 92 122', '#e0dacb', 1.6);

const tie = (girl: boolean): Shape =>
  girl
    ? fill('M101 46L86 40V54ZM101 46L116 40V54Z', mengkudu.base) +
      fill('M101 46L94 66L99 62L101 68L103 62L108 66Z', mengkudu.dark) +
      disc(101, 46, 3.4, mengkudu.light)
    : fill('M95 44L101 41L107 44L104 51L108 82L101 90L94 82L98 51Z', mengkudu.base) +
      fill('M101 41L107 44L104 51L108 82L101 90Z', mengkudu.dark);

export const uniforms: Record<string, Drawing> = {
  'Seragam ASN khaki': civilServant,
  'Kaus olahraga dinas': sport,
  'Rompi lapangan': vest,
  'Seragam sekolah putih merah': schoolUniform,
};
