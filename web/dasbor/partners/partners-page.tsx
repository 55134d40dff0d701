import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { partnerKinds } from '../../../shared/domain/partners/words.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { dueWords } from '../../kit/partners/agreement-facts.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { Asked, AskedCity, AskedProvince, Opened } from '../opened.ts';
import { AddPartner } from './add-partner.tsx';
import { featuredWords } from './sought-part.tsx';

type Found = Output<'GET /cities/{city}/partners'>;
/** A city and what people there look for, in their words. */
type Featured = { readonly code: string; readonly name: string; readonly words: string };
type Props = {
  readonly asked: Asked;
  readonly slug: string;
  readonly found: Found;
  readonly acts: boolean;
  readonly featured?: readonly Featured[];
};

const FeaturedGoods = ({ featured = [] }: Pick<Props, 'featured'>) =>
  featured.length === 0 ? null : (
    <DataTable
      caption="Kuliner dan oleh-oleh yang dicari di aplikasi mitra dan tidak ada, per kota."
      columns={[
        { name: 'Kota', show: ({ name }) => name },
        { name: 'Yang dicari', show: ({ words }) => words },
      ]}
      rows={featured}
      keyOf={({ code }) => code}
    />
  );

const Agreements = ({ asked: { place }, slug, found: { agreements } }: Props) => {
  const now = today(place.level === 'city' ? place.code : undefined);
  return agreements.length === 0 ? (
    <Notice
      title="Belum ada perjanjian"
      text="Buka sebuah mitra, lalu catat perjanjiannya: masa berlaku, kewajiban, dan data yang disepakati."
    />
  ) : (
    <DataTable
      caption="Yang paling dekat jatuh temponya lebih dulu."
      columns={[
        {
          name: 'Perjanjian',
          show: ({ partnerId, title }) => (
            <a href={dasborAddress(`${slug}/${partnerId}`, place)}>
              <bdi>{title}</bdi>
            </a>
          ),
        },
        { name: 'Mitra', show: ({ brand }) => <bdi>{brand}</bdi> },
        { name: 'Berlaku sampai', show: ({ end, closed }) => (closed ? 'sudah ditutup' : day(end)) },
        {
          name: 'Berikutnya',
          show: ({ next }) =>
            next ? (
              <span>
                <bdi>{next.text ?? 'Perjanjian berakhir'}</bdi>: {dueWords(next.on, now)}
              </span>
            ) : (
              '–'
            ),
        },
      ]}
      rows={agreements}
      keyOf={({ agreementId }) => agreementId}
    />
  );
};

const Partners = ({ asked: { place }, slug, found: { partners } }: Props) =>
  partners.length === 0 ? (
    <Notice
      title="Belum ada mitra"
      text="Mitra adalah perusahaan yang bekerja sama dengan pemerintah daerah, misalnya angkutan daring."
    />
  ) : (
    <DataTable
      caption="Mitra"
      columns={[
        {
          name: 'Mitra',
          show: ({ partnerId, brand }) => (
            <a href={dasborAddress(`${slug}/${partnerId}`, place)}>
              <bdi>{brand}</bdi>
            </a>
          ),
        },
        { name: 'Nama badan hukum', show: ({ legalName }) => <bdi>{legalName}</bdi> },
        { name: 'Bidang', show: ({ kind }) => partnerKinds[kind] },
        { name: 'Perjanjian dengan', show: ({ place: of }) => (of.length === 2 ? 'provinsi' : 'kota') },
      ]}
      rows={partners}
      keyOf={({ partnerId }) => partnerId}
    />
  );

const pageOf = (props: Props): Opened => ({
  title: 'Kemitraan',
  page: (
    <section aria-labelledby="kemitraan">
      <h1 id="kemitraan">Kemitraan</h1>
      {props.asked.place.level === 'city' && (
        <p class="links">
          <a href={dasborAddress('data-mitra', props.asked.place)}>Data mitra dan tarif per bulan</a>
        </p>
      )}
      <Agreements {...props} />
      <Partners {...props} />
      <FeaturedGoods {...props} />
      {props.acts && <AddPartner asked={props.asked} />}
    </section>
  ),
});

/** Companies a city works with, and what is due next of what was agreed. */
export const openPartners = async (asked: AskedCity): Promise<Opened> => {
  if (asked.rest !== '') return (await import('./partner-page.tsx')).openPartner(asked);
  const { call, place, kinds } = asked;
  const found = await call('GET /cities/{city}/partners', { params: { city: place.code } });
  return pageOf({ asked, slug: 'kemitraan', found, acts: kinds.includes('city-admin') });
};

/** The same of a province. */
export const openProvincePartners = async (asked: AskedProvince): Promise<Opened> => {
  if (asked.rest !== '') return (await import('./partner-page.tsx')).openPartner(asked);
  const { call, place, kinds } = asked;
  const [found, ...sought] = await Promise.all([
    call('GET /provinces/{province}/partners', { params: { province: place.code } }),
    ...place.cities.map(({ cityCode }) => call('GET /cities/{city}/sought', { params: { city: cityCode } })),
  ]);
  const featured = place.cities.flatMap(({ cityCode: code, name }, at) => {
    const words = featuredWords(sought[at]?.items ?? []);
    return words ? [{ code, name, words }] : [];
  });
  const acts = kinds.includes('province-admin');
  return pageOf({ asked, slug: 'kemitraan-provinsi', found, acts, featured });
};
