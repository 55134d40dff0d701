import { type ComponentType, hydrate } from 'preact';
import { wearAccent } from '../../kit/accent.ts';
import { rememberCity } from '../../kit/address.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { AddToCart, QuickAdd } from '../cart/add-to-cart.tsx';
import { tellSeen } from './seen.ts';

/** What comes alive on a page that was written ahead. The page itself is read as it came. */
const islands: Record<string, ComponentType<never>> = {
  'quick-add': QuickAdd,
  'add-to-cart': AddToCart,
  'bottom-bar': BottomBar,
};

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const Island = islands[place.dataset['island'] ?? ''] as ComponentType<object> | undefined;
  if (Island) hydrate(<Island {...JSON.parse(place.dataset['props'] ?? '{}')} />, place);
}

const { city, accent } = document.body.dataset;
if (accent) wearAccent(accent);
if (city) rememberCity(city);
tellSeen();
