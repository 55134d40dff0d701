import { count, monthName, percent } from '../../../shared/domain/basics/wording.ts';
import { Table } from '../../kit/page.tsx';
import type { AskedProvince, Opened } from '../opened.ts';

/** A province of one month: its own sentence, its cities side by side, and those that are missing by name. */
export const openProvince = async ({ call, place, month }: AskedProvince): Promise<Opened> => {
  const closed = month && month.phase !== 'running' ? month.month : undefined;
  if (!closed)
    return {
      title: place.name,
      page: <h1 class="headline">Belum ada bulan yang ditutup di {place.name}.</h1>,
    };
  const snapshot = await call('GET /provinces/{province}/snapshots/{month}', {
    params: { province: place.code, month: closed },
  });
  const rows = snapshot.cities.map(({ name, merchants, unsold }) => [
    ...[name, count(merchants), count(unsold), percent(merchants > 0 ? unsold / merchants : 0)],
  ]);
  return {
    title: `${place.name}, ${monthName(closed)}`,
    page: (
      <>
        <h1 class="headline">{snapshot.sentence}</h1>
        <Table caption="Angka per kota" head={['Kota', 'Usaha', 'Belum menjual', 'Bagian']} rows={rows} />
      </>
    ),
  };
};
