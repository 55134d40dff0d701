import { monthName } from '../../shared/domain/basics/wording.ts';
import { Source } from '../kit/figure.tsx';
import type { City } from '../kit/places.ts';
import type { Snapshot } from './load.ts';
import { LIST } from './wanted.ts';
import { measuresOf, sourceOf } from './words.ts';

/** The month in four figures. */
export const Measures = ({ snapshot, city }: { snapshot: Snapshot; city: City }) => (
  <ul class="measures">
    {measuresOf(snapshot.whole).map(({ name, value, sentence, how }, at) => (
      <li key={name}>
        <h2>{name}</h2>
        <p class={at === 3 && snapshot.whole.unsold > 0 ? 'value gap' : 'value'}>{value}</p>
        <p>{sentence}</p>
        {at === 3 && (
          <a class="back" href={`#${LIST}`}>
            Lihat daftarnya
          </a>
        )}
        <Source source={`Pesanan ${monthName(snapshot.month)}`} how={`${how} ${sourceOf(snapshot, city)}.`} />
      </li>
    ))}
  </ul>
);
