import { type Call, client, Refusal } from '../entry/client.ts';
import { completeSignIn, isReturning } from '../entry/session.ts';
import { wearAccent } from '../kit/accent.ts';
import { given, rememberCity } from '../kit/address.ts';
import { type City, type CityCard, loadCities } from '../kit/places.ts';
import { today } from '../kit/today.ts';
import { dasborAddress } from './address.ts';
import { type View, viewAsked } from './asked-view.ts';
import { type Around, type Draw, drawing, settle } from './draw-view.tsx';
import { type Coming, followAddress, isInside } from './follow-address.ts';
import { loadMonths, monthAsked } from './months.ts';
import { type Asked, type AskedCity, type AskedProvince, mayOpen, type Onward, type Opened } from './opened.ts';
import { pages } from './pages.ts';
import type { Place, PlaceName } from './place.ts';
import { type OfficeViews, officeViews } from './saved-views/office-views.ts';
import { forget, isOver, type Signed, signedNow } from './signed.ts';
import { noCity, notYours, refused, unknownPage, waiting } from './states.tsx';

/** The same for the whole visit, and for everybody; asked again only where it failed. */
const once = <T,>(read: () => Promise<T>): (() => Promise<T>) => {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
};
const readCities = once(() => loadCities(client('/api')));
const known = new Map<string, () => Promise<City>>();
const readCity = (code: string): Promise<City> => {
  const read = known.get(code) ?? once(() => client('/api')('GET /cities/{city}', { params: { city: code } }));
  known.set(code, read);
  return read();
};
const placeWith = async ({ level, code, name }: PlaceName, all: readonly CityCard[]): Promise<Place> =>
  level === 'city'
    ? { level, code, name, city: await readCity(code) }
    : { level, code, name, cities: all.filter(({ provinceCode }) => provinceCode === code) };

export type Leaving = { readonly onSignIn: () => void; readonly onSignOut: () => void };
type Showing = {
  readonly coming: Coming;
  readonly draw: Draw;
  readonly leaving: Leaving;
  /** False once a newer view was asked for: this one is not drawn over it. */
  readonly isLast: () => boolean;
  readonly again: () => void;
};

/** The views an office keeps for its city's pages, for who belongs to it. */
const savedAt = async (
  call: Call,
  { place, kinds }: Pick<Extract<View, { is: 'page' }>, 'place' | 'kinds'>,
  again: () => void,
): Promise<OfficeViews | undefined> => {
  const [acts, reads] = [kinds.includes('city-admin'), kinds.includes('inspectorate')];
  return place.level === 'city' && (acts || reads) ? officeViews(call, place.code, { acts, again }) : undefined;
};

const SLOW_MS = 400;
/** Reads what a page shows, and draws it, or answers where it leads on to; what takes long says so. */
const showPage = async (
  view: Extract<View, { is: 'page' }>,
  who: Signed,
  all: readonly CityCard[],
  { coming, draw, leaving, isLast, again }: Showing,
): Promise<string | undefined> => {
  const { page, kinds, places, rest } = view;
  const at = coming.to.pathname + coming.to.search;
  const query = given(coming.to.search);
  const none = { months: [], month: undefined, saved: undefined };
  const around: Around = { ...view, ...leaving, ...none, name: who.session?.name, places, sought: query['q'] };
  draw(around, { at });
  const slow = setTimeout(() => isLast() && draw(around, { at, opened: waiting(page.name ?? 'halaman') }), SLOW_MS);
  try {
    const call = client('/api', who.session?.token);
    const [place, months, saved, open] = await Promise.all([
      placeWith(view.place, all),
      page.byMonth ? loadMonths(call, view.place, today().slice(0, 7)) : [],
      savedAt(call, view, again),
      page.load() as Promise<(asked: AskedCity | AskedProvince) => Promise<Opened | Onward>>,
    ]);
    const month = monthAsked(query['bulan'], months);
    if (place.level === 'city') wearAccent(place.city.accent);
    const linkTo: Asked['linkTo'] = (slug, wanted) =>
      pages.some((one) => one.slug === slug.split('/')[0] && mayOpen(one, place.level, kinds))
        ? dasborAddress(slug, place, wanted)
        : undefined;
    const opened = await open({
      call,
      ...who,
      kinds,
      place,
      cities: all,
      months,
      month,
      rest,
      query,
      again,
      linkTo,
    } as AskedCity);
    clearTimeout(slow);
    if ('to' in opened) return opened.to;
    if (isLast()) draw({ ...around, months, month, saved }, { at, opened });
  } finally {
    clearTimeout(slow);
  }
  return undefined;
};

/** Shows one view; answers where it leads on to, as far as it does. */
const showView = async (showing: Showing): Promise<string | undefined> => {
  const { coming, draw, leaving, isLast, again } = showing;
  const at = coming.to.pathname + coming.to.search;
  let around: Around = {
    place: undefined,
    kinds: ['anybody'],
    page: undefined,
    places: [],
    months: [],
    month: undefined,
    saved: undefined,
    name: undefined,
    ...leaving,
  };
  const say = (opened: Opened) => isLast() && draw(around, { at, opened });
  try {
    const [who, all] = await Promise.all([signedNow(), readCities()]);
    around = { ...around, name: who.session?.name };
    const asked = { path: coming.to.pathname, query: given(coming.to.search) };
    const view = viewAsked(pages, asked, who.me?.memberships ?? [], all);
    if (view.is === 'elsewhere') return view.to;
    if (view.is === 'nothing') return void say(noCity());
    around = { ...around, ...view };
    if (view.place.level === 'city') rememberCity(view.place.code);
    if (view.is === 'unknown') return void say(unknownPage(view.place));
    if (view.is === 'not-yours') return void say(notYours(view.page, view.place, around));
    return await showPage(view, who, all, showing);
  } catch (error) {
    if (isOver(error)) {
      forget();
      return at;
    }
    say(refused(error, around.place, again));
    // Once there is a line again it is asked for again, where it is still what somebody waits for.
    if (error instanceof Refusal && error.status === 0)
      addEventListener('online', () => isLast() && again(), { once: true });
  }
  return undefined;
};

/** Opens the view the address asks for, and from then on each one that is gone to. */
export const openDasbor = async (leaving: Leaving): Promise<void> => {
  const returned = isReturning(location.search) ? await completeSignIn(Date.now()) : undefined;
  if (returned && 'back' in returned) history.replaceState(null, '', returned.back);
  const draw = drawing(returned && 'problem' in returned ? returned.problem : undefined);
  let turn = 0;
  let path: string | undefined;
  const open = async (coming: Coming): Promise<void> => {
    turn += 1;
    const mine = turn;
    const before = path === undefined ? undefined : { path, focused: document.activeElement?.id ?? '' };
    const isLast = () => mine === turn;
    const again = () => void open({ to: new URL(location.href), scrolled: scrollY });
    let to: string | undefined = coming.to.href;
    for (let legs = 0; to !== undefined && legs < 3 && isLast(); legs++) {
      const leg = new URL(to, location.href);
      if (!isInside(leg)) return location.replace(leg);
      if (legs > 0) history.replaceState(null, '', leg);
      to = await showView({ coming: { ...coming, to: leg }, draw, leaving, isLast, again });
      if (to === undefined && isLast()) {
        path = leg.pathname;
        settle({ ...coming, to: leg }, before);
      }
    }
  };
  followAddress((coming) => void open(coming));
  await open({ to: new URL(location.href) });
};
