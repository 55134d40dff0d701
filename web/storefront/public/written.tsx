import { type ComponentType, hydrate } from 'preact';
import { wearAccent } from '../../kit/accent.ts';
import { lastCity, rememberCity } from '../../kit/address.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { today } from '../../kit/today.ts';
import { AddToCart, QuickAdd } from '../cart/add-to-cart.tsx';
import { wakeSearch } from '../search/wake.ts';
import { tellSeen } from './seen.ts';

/** What comes alive on a page that was written ahead. The page itself is read as it came. */
const islands: Record<string, ComponentType<never>> = {
  'quick-add': QuickAdd,
  'add-to-cart': AddToCart,
  'bottom-bar': BottomBar,
};

const wake = (place: HTMLElement): void => {
  const Island = islands[place.dataset['island'] ?? ''] as ComponentType<object> | undefined;
  if (Island) hydrate(<Island {...JSON.parse(place.dataset['props'] ?? '{}')} />, place);
};
// One after the other, so that a cheap phone answers a tap in between.
for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) setTimeout(wake, 0, place);

/** On the front door: the city looked at last stands first. */
function leadOn(): void {
  const known = lastCity();
  const link = known && document.querySelector(`[data-town="${known}"] a`);
  const place = document.getElementById('kota-anda');
  if (!link || !place) return;
  const button = link.cloneNode(true) as HTMLAnchorElement;
  button.className = 'button';
  button.textContent = `Lanjut ke ${button.textContent?.split(' · ')[0]}`;
  place.append(button);
  place.hidden = false;
}

/** What is said until a day is not said after it; the page is made again a little later. */
const pass = (): void => {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-until]'))
    notice.hidden = today() > (notice.dataset['until'] ?? '');
};
pass();
addEventListener('visibilitychange', pass);

const { city, accent } = document.body.dataset;
if (accent) wearAccent(accent);
if (city) rememberCity(city);
else leadOn();
tellSeen();
wakeSearch();
void import('../../entry/patient.ts').then(({ bePatient }) => bePatient());
