import { timingSafeEqual } from 'node:crypto';
import { boundTo, type ChoiceToken, readChoice, writeChoice } from '../../shared/domain/ranking/list/choice.ts';
import type { World } from '../world.ts';

const signed = ({ cursorSealer }: World, text: string, productId: string): string =>
  cursorSealer.keyed(`${boundTo(productId)} ${text}`).slice(0, 22);

/** A card's choice token: readable, the same for everybody who is shown the same list, of no use for another product. */
export const choiceTokenOf = (world: World, choice: ChoiceToken, productId: string): string => {
  const text = writeChoice(choice);
  return `${Buffer.from(text).toString('base64url')}.${signed(world, text, productId)}`;
};

/** What a choice token says; undefined when it was altered, made up, or is another product's. */
export const openChoice = (world: World, token: string, productId: string): ChoiceToken | undefined => {
  const [body = '', signature = ''] = token.split('.');
  const text = Buffer.from(body, 'base64url').toString('utf8');
  const given = Buffer.from(signature);
  const right = Buffer.from(signed(world, text, productId));
  return given.length === right.length && timingSafeEqual(given, right) ? readChoice(text) : undefined;
};
