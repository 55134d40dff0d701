import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { roleNames } from '../../shared/domain/people/role-names.ts';
import { Main, Top } from '../kit/page.tsx';
import { dasborAddress, HOME } from './address.ts';
import { monthTitle, type PlaceMonth } from './months.ts';
import { type DasborPage, mayOpen } from './opened.ts';
import { pages } from './pages.ts';
import { type Kind, type PlaceName, placeQuery } from './place.ts';
import type { OfficeViews } from './saved-views/office-views.ts';
import { SavedViews } from './saved-views/saved-views.tsx';

/** The page that finds. */
const SEARCH = 'cari';

/** Who is signed in, by name, and the way in and out. */
export type Person = {
  readonly name: string | undefined;
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
};

const Who = ({ name, kinds, onSignIn, onSignOut }: Person & { kinds: readonly Kind[] }) => {
  if (!name)
    return (
      <button class="line" type="button" onClick={onSignIn}>
        Masuk
      </button>
    );
  const role = kinds.map((kind) => roleNames[kind]).find(Boolean);
  return (
    <p class="who">
      <a href="/akun/">
        <bdi>{name}</bdi>
        {role && `\u00a0· ${role}`}
      </a>
      <button class="link" type="button" onClick={onSignOut}>
        Keluar
      </button>
    </p>
  );
};

type NavProps = { place: PlaceName; kinds: readonly Kind[]; at: DasborPage | undefined; month: PlaceMonth | undefined };
/** What this person can open here. The month goes along from page to page. */
const Nav = ({ place, kinds, at, month }: NavProps) => {
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is longer than the screen: the page one is on stands in sight.
  useEffect(() => {
    const current = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (bar.current && current) bar.current.scrollLeft = current.offsetLeft - bar.current.clientWidth / 3;
  }, [at?.slug]);
  const shown = pages.filter((page) => page.name && mayOpen(page, place.level, kinds));
  return (
    <nav class="sections" aria-label="Bagian dasbor" ref={bar}>
      {shown.map(({ slug, name, byMonth }) => (
        <a
          key={slug}
          href={dasborAddress(slug, place, byMonth ? { bulan: month?.month } : {})}
          aria-current={slug === at?.slug ? 'page' : slug === at?.within ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
};

const Months = ({ months, month }: { months: readonly PlaceMonth[]; month: PlaceMonth | undefined }) => (
  <select class="control" name="bulan" aria-label="Bulan">
    {months.map((known) => (
      <option key={known.month} value={known.month} selected={known.month === month?.month}>
        {monthTitle(known)}
      </option>
    ))}
  </select>
);

const Places = ({ place, places }: { place: PlaceName; places: readonly PlaceName[] }) => {
  const [name = ''] = Object.keys(placeQuery(place));
  return (
    <select class="control" name={name} aria-label={place.level === 'city' ? 'Kota atau kabupaten' : 'Provinsi'}>
      {places.map(({ code, name: title }) => (
        <option key={code} value={code} selected={code === place.code}>
          {title}
        </option>
      ))}
    </select>
  );
};

type ChooserProps = {
  page: Pick<DasborPage, 'slug'>;
  place: PlaceName;
  places: readonly PlaceName[];
  months: readonly PlaceMonth[];
  month: PlaceMonth | undefined;
};
/** One line above the page: whose figures, and of which month. */
const Chooser = ({ page, place, places, months, month }: ChooserProps) => {
  if (places.length < 2 && months.length === 0) return null;
  return (
    <form class="choose place" action={HOME + page.slug} aria-label="Pilih tempat dan bulan">
      {places.length > 1 ? (
        <Places place={place} places={places} />
      ) : (
        Object.entries(placeQuery(place)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))
      )}
      {months.length > 0 && <Months months={months} month={month} />}
      <button class="line" type="submit">
        Tampilkan
      </button>
    </form>
  );
};

type FindProps = { readonly place: PlaceName; readonly kinds: readonly Kind[]; readonly q: string | undefined };
/** One box for everything that has a name, a number or a code here. */
const Find = ({ place, kinds, q }: FindProps) =>
  pages.some((page) => page.slug === SEARCH && mayOpen(page, place.level, kinds)) ? (
    // biome-ignore lint/a11y/useSemanticElements: no browser of today's phones knows <search>.
    <form class="choose find" action={HOME + SEARCH} role="search">
      <input type="hidden" name="kota" value={place.code} />
      <input
        class="control"
        type="search"
        name="q"
        key={q}
        defaultValue={q}
        maxLength={100}
        required
        aria-label="Temukan usaha, pesanan, atau surat"
        placeholder="Nama, HP, atau NIB"
      />
      <button class="line" type="submit">
        Temukan
      </button>
    </form>
  ) : null;

export type FrameProps = Person & {
  readonly place: PlaceName | undefined;
  readonly kinds: readonly Kind[];
  /** The page that is open, as far as there is one. */
  readonly page: DasborPage | undefined;
  /** Places whose page of the same name this person can open. */
  readonly places: readonly PlaceName[];
  readonly months: readonly PlaceMonth[];
  readonly month: PlaceMonth | undefined;
  /** Views that the office keeps, for who may see them; absent for everybody else. */
  readonly saved: OfficeViews | undefined;
  /** What was sought, where that is what is shown. */
  readonly sought?: string | undefined;
  /** What is open is being read: what stands there is of the page before. */
  readonly busy: boolean;
  readonly children: ComponentChildren;
};
/** What stands around every page: the place, who is signed in, the way to other pages, the month. */
export const Frame = ({
  place,
  kinds,
  page,
  places,
  months,
  month,
  saved,
  sought,
  busy,
  children,
  ...person
}: FrameProps) => (
  <>
    <Top
      title={
        <p class="brand">
          <a href={place ? dasborAddress('', place) : HOME}>Dasbor {place?.name ?? 'Pasar Rata'}</a>
        </p>
      }
      aside={<Who kinds={kinds} {...person} />}
    >
      {place && <Nav place={place} kinds={kinds} at={page} month={month} />}
    </Top>
    <Main busy={busy}>
      {place && <Find place={place} kinds={kinds} q={sought} />}
      {place && page && <Chooser page={page} place={place} places={places} months={months} month={month} />}
      {place && page && saved && <SavedViews key={page.slug} place={place} page={page.slug} office={saved} />}
      {children}
    </Main>
  </>
);
