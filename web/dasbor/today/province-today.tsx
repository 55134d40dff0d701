import type { Output } from '../../../shared/contract.ts';
import { count, day, monthName } from '../../../shared/domain/basics/wording.ts';
import { Waits } from '../../kit/desk/waits.tsx';
import { Notice } from '../../kit/page.tsx';
import type { AskedProvince, Opened } from '../opened.ts';

type Today = Output<'GET /provinces/{province}/today'>;
type Props = {
  readonly today: Today;
  readonly nameOf: (city: string) => string;
  readonly linkTo: AskedProvince['linkTo'];
};
const PARTNERS = 'kemitraan-provinsi';

/** With the way to what was agreed with it. */
const Partner = ({ id, name, linkTo }: Pick<Props, 'linkTo'> & { id: string; name: string }) => {
  const to = linkTo(`${PARTNERS}/${id}`);
  return to ? (
    <a href={to}>
      <bdi>{name}</bdi>
    </a>
  ) : (
    <bdi>{name}</bdi>
  );
};

const Agreements = ({ today: { agreements, at, zone }, linkTo }: Props) => (
  <section class="queue" aria-labelledby="perjanjian">
    <h3 id="perjanjian">Janji mitra yang jatuh tempo ({count(agreements.length)})</h3>
    <ul class="rows">
      {agreements.map(({ id, name, since, due }) => (
        <li key={`${id} ${name}`}>
          <p>
            <Partner id={id} name={name} linkTo={linkTo} />
          </p>
          <p class="small quiet">
            <Waits since={since} due={due} now={at} zone={zone} />
          </p>
        </li>
      ))}
    </ul>
  </section>
);

const Silent = ({ today: { feeds }, nameOf, linkTo }: Props) => (
  <section class="queue" aria-labelledby="data-mitra">
    <h3 id="data-mitra">Data mitra yang belum masuk ({count(feeds.silent.length)})</h3>
    <p class="quiet">
      Pengemudi dan perjalanan bulan {monthName(feeds.month)}, paling lambat {day(feeds.dueOn)}.
    </p>
    <ul class="rows">
      {feeds.silent.map(({ partnerId, brand, city }) => (
        <li key={`${partnerId} ${city}`}>
          <p>
            <Partner id={partnerId} name={brand} linkTo={linkTo} />: <bdi>{nameOf(city)}</bdi>
          </p>
        </li>
      ))}
    </ul>
  </section>
);

const Missing = ({ missing, nameOf }: { missing: NonNullable<Today['missing']>; nameOf: Props['nameOf'] }) => (
  <section class="queue" aria-labelledby="belum-ditutup">
    <h3 id="belum-ditutup">
      Kota yang belum ditutup pada {monthName(missing.month)} ({count(missing.cities.length)})
    </h3>
    <p class="quiet">Angka provinsi bulan itu belum memuat kota ini.</p>
    <ul class="rows">
      {missing.cities.map((city) => (
        <li key={city}>
          <p>
            <b>
              <bdi>{nameOf(city)}</bdi>
            </b>
          </p>
        </li>
      ))}
    </ul>
  </section>
);

/** What waits for a province: agreements that end, partners that are silent, cities its last month is without. */
const ProvinceToday = (props: Props) => {
  const { agreements, feeds, missing } = props.today;
  const without = missing?.cities.length ?? 0;
  const waiting = agreements.length + feeds.silent.length + without;
  return (
    <>
      <h1 class="headline">
        {waiting === 0
          ? 'Tidak ada yang menunggu provinsi hari ini'
          : `${count(waiting)} hal menunggu provinsi hari ini`}
      </h1>
      {waiting === 0 ? (
        <Notice
          title={missing ? 'Semua kota sudah ditutup' : 'Belum ada bulan yang ditutup'}
          text="Perjanjian yang segera berakhir, data mitra yang terlambat, dan kota yang belum ditutup muncul di sini."
        />
      ) : (
        <h2 class="waiting">Menunggu provinsi</h2>
      )}
      <div class="queues">
        {agreements.length > 0 && <Agreements {...props} />}
        {feeds.silent.length > 0 && <Silent {...props} />}
        {missing && without > 0 && <Missing missing={missing} nameOf={props.nameOf} />}
      </div>
    </>
  );
};

export const openProvinceToday = async ({ call, place, linkTo }: AskedProvince): Promise<Opened> => {
  const today = await call('GET /provinces/{province}/today', { params: { province: place.code } });
  const nameOf = (code: string) => place.cities.find(({ cityCode }) => cityCode === code)?.name ?? code;
  return { title: 'Hari ini', page: <ProvinceToday today={today} nameOf={nameOf} linkTo={linkTo} /> };
};
