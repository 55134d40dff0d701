import { at, disc, fill, ground, line, repeat, shadow, stamp } from '../kit/draw.ts';
import { flower } from '../kit/packs.ts';
import { type Drawing, ink, mengkudu } from '../kit/palette.ts';
import { gold } from './gifts.ts';

/** The siger of Lampung: nine points, a band of flowers, on its cushion. */
export const siger: Drawing = ({ accent, chance }) => {
  const velvet = chance.pick([accent, mengkudu, ink]);
  const points = Array.from({ length: 9 }, (_, index) => {
    const turn = (index - 4) * 15;
    return [100 + 62 * Math.sin((turn * Math.PI) / 180), 134 - 52 * Math.cos((turn * Math.PI) / 180), turn] as const;
  });
  const base = 'M18 112C30 92 60 82 100 82C140 82 170 92 182 112L170 146C130 132 70 132 30 146Z';
  return at(
    100,
    106,
    0,
    0.92,
    `<g transform="translate(-100 -106)">${
      ground(104, 180, 80, 7) +
      fill('M36 146C60 138 140 138 164 146C176 152 178 172 168 178H32C22 172 24 152 36 146Z', velvet.dark) +
      fill('M36 144C60 136 140 136 164 144C176 150 178 166 168 172H32C22 166 24 150 36 144Z', velvet.base) +
      fill('M36 144C46 141 58 139 70 138.5C56 150 50 162 52 172H32C22 166 24 150 36 144Z', velvet.light) +
      line('M34 175H166', '#f6dc8e', 2.4) +
      shadow(base, 5) +
      stamp(
        'pucuk',
        fill('M-11 22C-10 2-5-22 0-44C5-22 10 2 11 22Z', gold.base) +
          fill('M-11 22C-10 2-5-22 0-44V22Z', gold.light) +
          line('M0 14V-26M-5 10L-1-8M5 10L1-8', gold.dark, 1) +
          disc(0, -45, 3, mengkudu.light),
        points,
      ) +
      fill(base, gold.base) +
      fill('M18 112C30 92 60 82 84 82.5C60 92 46 112 44 141L30 146Z', gold.light) +
      fill('M182 112C170 92 140 82 116 82.5C140 92 154 112 156 141L170 146Z', gold.dark, 0.55) +
      line('M19 114C60 92 140 92 181 114M26 134C64 116 136 116 174 134', gold.dark, 2) +
      stamp(
        'kembang',
        flower(gold.light, mengkudu.base),
        [-3, -2, -1, 0, 1, 2, 3].map(
          (index) => [100 + index * 21, 113 + Math.abs(index) ** 2 * 1.25, index * 12, 1.15] as const,
        ),
      ) +
      repeat(8, (index) =>
        disc(
          34 + index * 19,
          135 - 8 * Math.sin(((index + 0.2) / 7.4) * Math.PI),
          2.6,
          index % 2 ? accent.base : mengkudu.base,
        ),
      ) +
      fill('M12 96L22 112L18 122L8 108ZM188 96L178 112L182 122L192 108Z', gold.dark) +
      line('M40 104C50 97 58 94 66 92', '#fff', 2, 0.7)
    }</g>`,
  );
};
