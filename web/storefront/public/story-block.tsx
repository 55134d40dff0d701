import { beginningOf } from '../../../shared/domain/basics/beginning.ts';
import { type City, districtName } from '../../kit/places.ts';
import { WhyShown } from './card-list.tsx';
import type { Maker, ShownList, ShownStory } from './page.ts';

/** The first words of a story on its shop's page, and the way to all of it. */
export const StoryBlock = ({ story }: { story: ShownStory }) => (
  <section class="block">
    <h2>Cerita pembuatnya</h2>
    {story.photos[0] && <img class="story" src={story.photos[0]} alt="" width="480" height="360" loading="lazy" />}
    <p>
      <bdi>{beginningOf(story.text, 240)}</bdi>
    </p>
    <a class="tap" href={story.address}>
      Baca ceritanya
    </a>
  </section>
);

type MakersProps = {
  readonly city: City;
  readonly makers: readonly Maker[];
  readonly title: string;
  /** The list in whose order they stand. */
  readonly why: Pick<ShownList, 'sentence' | 'decisionId'>;
};
/** Makers whose story is told, in the order of a list that anybody can check. */
export const Makers = ({ city, makers, title, why }: MakersProps) =>
  makers.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <WhyShown list={why} />
      <ul class="cards makers">
        {makers.map(({ name, district, address, beginning, photo }) => (
          <li key={address} class="card">
            {photo && <img class="photo" src={photo} alt="" width="320" height="320" loading="lazy" decoding="async" />}
            <h3>
              <a class="name" href={address}>
                <bdi>{name}</bdi>
              </a>
            </h3>
            <p class="maker">{districtName(city, district)}</p>
            <p class="small">
              <bdi>{beginning}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
