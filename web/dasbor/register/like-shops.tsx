import { statusNames } from '../../../shared/domain/register/status-names.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';
import { factsOf } from './facts.ts';
import { type File, likenesses } from './words.ts';

type Like = { readonly file: File; readonly by: NonNullable<File['sameAs']>[number]['by'] };
type Props = { readonly asked: AskedCity; readonly file: File; readonly like: readonly Like[] };

/** Shops that may be this one, beside it: what differs is seen line by line. */
export const LikeShops = ({ asked, file, like }: Props) => {
  const more = (file.sameAs?.length ?? 0) - like.length;
  if (like.length === 0) return null;
  const columns = [file, ...like.map((one) => one.file)];
  const names = factsOf(asked, file).map(([name]) => name);
  const all = [...new Set([...names, ...columns.flatMap((one) => factsOf(asked, one).map(([name]) => name))])];
  const value = (one: File, name: string) => factsOf(asked, one).find(([of]) => of === name)?.[1] ?? '–';
  return (
    <section aria-labelledby="mirip">
      <h2 id="mirip">Mungkin usaha yang sama</h2>
      <ul>
        {like.map(({ file: other, by }) => (
          <li key={other.merchantId}>
            <a href={dasborAddress(`usaha/${other.merchantId}`, asked.place)}>
              <bdi>{other.name}</bdi>
            </a>
            : {by.map((kind) => likenesses[kind]).join(', ')}. {statusNames[other.status]}.
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet">dan {more} usaha lain.</p>}
      <DataTable
        caption="Berdampingan. Yang sama dicetak tebal."
        columns={[
          { name: 'Bagian', show: (name: string) => name },
          ...columns.map((one, at) => ({
            name: at === 0 ? 'Ini' : `Lain ${at}`,
            show: (name: string) => {
              const text = value(one, name);
              const written = <bdi class="any">{text}</bdi>;
              return at > 0 && text !== '–' && text === value(file, name) ? <b>{written}</b> : written;
            },
          })),
        ]}
        rows={all}
        keyOf={(name) => name}
      />
    </section>
  );
};
