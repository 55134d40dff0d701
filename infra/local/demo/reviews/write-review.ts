import type { Output } from '../../../../shared/contract.ts';
import type { Category } from '../../../../shared/domain/basics/category.ts';
import { addDays, type Day } from '../../../../shared/domain/basics/month.ts';
import { chanceOf } from '../chance.ts';
import { type Scene, type Shop, todayIn } from '../city.ts';
import type { Move, Placed } from '../orders/moves.ts';
import { repliesTo, wordsFor } from './words.ts';

/** How many of a hundred give so many stars: most are content, and say so. */
const spread: readonly (readonly [stars: number, weight: number])[] = [
  [5, 52],
  [4, 29],
  [3, 11],
  [2, 5],
  [1, 3],
];

/** The shop answers one in three, and nearly every complaint, within days. */
const answerIt = (scene: Scene, shop: Shop, name: string, day: Day, review: Output<'PUT /orders/{orderId}/review'>) => {
  const chance = chanceOf('reply', name);
  if (!chance.happens(review.stars <= 3 ? 0.75 : 0.35)) return;
  const text = chance.pick(repliesTo(review.stars));
  const params = { reviewId: review.reviewId };
  scene.agenda.add(`${name}/reply`, addDays(day, chance.whole(1, 4)), chance.whole(480, 1200), shop.id, async (at) => {
    await scene.market.ask('POST /reviews/{reviewId}/reply', shop.owner, at, { params, body: { text } });
  });
};

/** One buyer in three says how it was, some days after the goods were there. */
export const reviewMoves = (scene: Scene, { order, shop, office, name }: Placed, moves: readonly Move[]): Move[] => {
  const chance = chanceOf('review', name);
  const [last, deliver] = [moves.findLast(({ step }) => step === 'receive'), moves.at(-1)];
  // An order nobody answers for is settled by its clock, after three days.
  const settled = deliver?.step === 'deliver' ? addDays(deliver.day, 4) : undefined;
  const from = last && moves.at(-1) === last ? last.day : settled;
  const comes = from !== undefined && !(last?.body && 'rest' in last.body && last.body.rest === 'later');
  if (!comes || !chance.happens(office ? 0.2 : 0.36)) return [];
  const stars = chance.weighed(spread, ([, weight]) => weight)?.[0] ?? 5;
  const category: Category = shop.category;
  const text = chance.happens(0.8) ? chance.pick(wordsFor(stars, category)) : undefined;
  return [
    {
      step: 'review',
      by: order.buyer,
      day: addDays(from, chance.whole(1, 9)),
      minute: chance.whole(420, 1290),
      body: { stars, ...(text === undefined ? {} : { text }) },
      answered: (answer: Output<'PUT /orders/{orderId}/review'>, at) => {
        scene.reviews.push({
          reviewId: answer.reviewId,
          orderId: order.orderId,
          by: order.buyer,
          stars,
          on: todayIn(scene, at),
          shop,
        });
        answerIt(scene, shop, name, todayIn(scene, at), answer);
      },
    },
  ];
};
