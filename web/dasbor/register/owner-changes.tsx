import type { Output } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';
import { pageFrom } from '../page-from.ts';

type Found = Output<'GET /cities/{city}/owner-changes'>;
type Change = Found['items'][number];

const words: Readonly<Record<Change['change'], string>> = {
  merged: 'Dihitung satu pemilik',
  split: 'Tidak lagi satu pemilik',
};

const Shops = ({
  place,
  shopIds,
  names,
}: Pick<AskedCity, 'place'> & { shopIds: readonly string[]; names: Found['names'] }) => (
  <span>
    {shopIds.map((shopId, at) => (
      <span key={shopId}>
        {at > 0 && ', '}
        <a href={dasborAddress(`usaha/${shopId}`, place)}>
          <bdi>{names[shopId] ?? 'Usaha yang sudah tidak terdaftar'}</bdi>
        </a>
      </span>
    ))}
  </span>
);

/** Which shops were found to have one owner, or no longer: the order of the lists counts them so since then. */
export const changesView = async ({ call, place, query }: AskedCity) => {
  const { items, next, names } = await pageFrom(query['lanjut'], (cursor) =>
    call('GET /cities/{city}/owner-changes', { params: { city: place.code }, query: { limit: 20, cursor } }),
  );
  const list =
    items.length === 0 ? (
      <Notice
        title="Belum ada pemilik yang digabung"
        text="Usaha yang ternyata milik satu orang, atau tidak lagi, tampil di sini sejak ketahuan."
      />
    ) : (
      <DataTable
        caption="Sejak waktu itu urutan tampil menghitung usaha ini bersama, atau masing-masing. Terbaru dulu."
        columns={[
          { name: 'Usaha', show: ({ shopIds }) => <Shops place={place} shopIds={shopIds} names={names} /> },
          { name: 'Perubahan', show: ({ change }) => words[change] },
          { name: 'Sejak', show: ({ at }) => dateTime(at, place.city.zone) },
        ]}
        rows={items}
        keyOf={({ at, ownerId, change }) => `${at} ${ownerId} ${change}`}
      />
    );
  return { list, next, many: items.length, of: 'perubahan' };
};
