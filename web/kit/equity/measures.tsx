import { monthName } from '../../../shared/domain/basics/wording.ts';
import { Source } from '../figure.tsx';
import type { City } from '../places.ts';
import { measuresOf, type Snapshot, sourceOf } from './words.ts';

type Props = {
  readonly snapshot: Snapshot;
  readonly city: City;
  /** Where the list of those to visit is, for who may see it. */
  readonly list?: string | undefined;
  /** The figures are those of twelve months. */
  readonly year?: boolean;
};
/** The month in four figures. */
export const Measures = ({ snapshot, city, list, year = false }: Props) => (
  <ul class="measures">
    {measuresOf(snapshot.total, year).map(({ name, value, sentence, how }, at) => (
      <li key={name}>
        <h2>{name}</h2>
        <p class={at === 3 && snapshot.total.unsold > 0 ? 'value gap' : 'value'}>{value}</p>
        <p>{sentence}</p>
        {at === 3 && list && (
          <a class="back" href={list}>
            Lihat daftarnya
          </a>
        )}
        <Source
          source={`Pesanan ${year ? '12 bulan sampai ' : ''}${monthName(snapshot.month)}`}
          how={`${how} ${sourceOf(snapshot, city)}.`}
        />
      </li>
    ))}
  </ul>
);
