import { timingSafeEqual } from 'node:crypto';
import { boundTo, type ChoiceMark, readMark, writeMark } from '../../shared/domain/ranking/list/choice.ts';
import type { World } from '../world.ts';

const signed = ({ cursorSealer }: World, text: string, productId: string): string =>
  cursorSealer.keyed(`${boundTo(productId)} ${text}`).slice(0, 22);

/** A card's mark: readable, the same for everybody who is shown the same place, and of no use for another product. */
export const markOf = (world: World, mark: ChoiceMark, productId: string): string => {
  const text = writeMark(mark);
  return `${Buffer.from(text).toString('base64url')}.${signed(world, text, productId)}`;
};

/** What a mark says; undefined when it was altered, made up, or is another product's. */
export const openMark = (world: World, mark: string, productId: string): ChoiceMark | undefined => {
  const [body = '', signature = ''] = mark.split('.');
  const text = Buffer.from(body, 'base64url').toString('utf8');
  const given = Buffer.from(signature);
  const right = Buffer.from(signed(world, text, productId));
  return given.length === right.length && timingSafeEqual(given, right) ? readMark(text) : undefined;
};
