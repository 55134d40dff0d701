import { useState } from 'preact/hooks';
import type { Sent } from '../../../shared/contract.ts';
import { MOST_COLUMNS, MOST_ROWS, type Tile, tileLayout } from '../../../shared/domain/places/tile-layout.ts';
import { TileGrid } from '../../kit/charts/tile-grid-plot.tsx';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary } from '../../kit/form.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';

type Change = Required<Pick<Sent<'PATCH /cities/{city}'>['body'], 'tiles'>>;

const layoutOf = (city: City): Tile[] =>
  tileLayout(
    city.districts.map(({ code }) => code),
    city.tiles,
  );

/** What the form says, each district in the city's order; a field that is no number stays where it was. */
const tilesIn = (form: HTMLFormElement, before: readonly Tile[]): Tile[] => {
  const given = filled(form);
  const numberOf = (name: string, otherwise: number) => {
    const written = Number(given[name]);
    return Number.isInteger(written) && written > 0 ? written : otherwise;
  };
  return before.map(({ code, row, column }) => ({
    code,
    row: numberOf(`baris-${code}`, row),
    column: numberOf(`kolom-${code}`, column),
  }));
};

const spotOf = (tiles: readonly Tile[] | null | undefined, code: string): string => {
  const tile = tiles?.find((one) => one.code === code);
  return tile ? `baris ${tile.row}, kolom ${tile.column}` : '';
};

type SpotProps = { readonly label: string; readonly name: string; readonly value: number; readonly most: number };
const Spot = ({ label, name, value, most, flaw }: SpotProps & { flaw: string | undefined }) => (
  <input
    class="control"
    type="number"
    inputMode="numeric"
    name={name}
    id={name}
    min={1}
    max={most}
    required
    defaultValue={String(value)}
    aria-label={label}
    aria-invalid={flaw ? true : undefined}
    aria-describedby={flaw ? `${name}-salah` : undefined}
  />
);

type RowsProps = {
  readonly city: City;
  readonly tiles: readonly Tile[];
  readonly flaw: (pointer: string) => string | undefined;
};
const Rows = ({ city, tiles, flaw }: RowsProps) => (
  <table class="spots">
    <caption>Letak setiap kecamatan</caption>
    <thead>
      <tr>
        {['Kecamatan', 'Baris', 'Kolom'].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {tiles.map(({ code, row, column }, at) => {
        const name = city.districts.find((district) => district.code === code)?.name ?? code;
        const wrong = ['row', 'column', 'code'].map((field) => flaw(`/tiles/${at}/${field}`)).find(Boolean);
        return (
          <tr key={code}>
            <th scope="row">
              {name}
              {wrong && (
                <small class="flaw" id={`baris-${code}-salah`}>
                  {wrong}
                </small>
              )}
            </th>
            <td>
              <Spot label={`Baris ${name}`} name={`baris-${code}`} value={row} most={MOST_ROWS} flaw={wrong} />
            </td>
            <td>
              <Spot
                label={`Kolom ${name}`}
                name={`kolom-${code}`}
                value={column}
                most={MOST_COLUMNS}
                flaw={undefined}
              />
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

const Picture = ({ city, tiles }: { city: City; tiles: readonly Tile[] }) => (
  <TileGrid
    tiles={tiles}
    facts={city.districts.map(({ code, name }) => ({ code, name, share: null }))}
    label={`Letak ${city.districts.length} kecamatan. Baris dan kolomnya ada di tabel.`}
  />
);

const TilesForm = ({ asked: { call, place }, first }: { asked: AskedCity; first: City }) => {
  const params = { city: place.code };
  const edit = useEdit<City, Change>(
    first,
    () => call('GET /cities/{city}/settings', { params }),
    (body, version) => call('PATCH /cities/{city}', { params, body, headers: ifUnchanged(version) }),
  );
  const { current, conflict, act, saved } = edit;
  const laid = layoutOf(current);
  const [seen, setSeen] = useState<readonly Tile[]>(laid);
  const shown = seen.length === laid.length ? seen : laid;
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={current.districts.map(({ code, name }) => [
            name,
            spotOf(conflict.mine.tiles, code),
            spotOf(layoutOf(conflict.theirs), code),
          ])}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <Picture city={current} tiles={shown} />
      <Form
        key={current.version}
        onInput={(form) => setSeen(tilesIn(form, laid))}
        onSubmit={(form) => edit.save({ tiles: tilesIn(form, laid) })}
      >
        <Rows city={current} tiles={laid} flaw={(pointer) => flawAt(act.refusal, pointer)} />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan letak'}
        </button>
        <p role="status">{saved && 'Tersimpan. Di rekap untuk umum tampil paling lambat lima menit lagi.'}</p>
      </Form>
    </>
  );
};

/** Where each district stands on the city's picture of squares: the city's own small table. */
export const openTiles = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds } = asked;
  const city = await call('GET /cities/{city}/settings', { params: { city: place.code } });
  const page = (
    <section aria-labelledby="letak">
      <h1 id="letak">Letak kecamatan</h1>
      <p class="quiet">
        Kotak-kotak ini tampil di rekap, kira-kira seperti di peta: baris 1 paling utara, kolom 1 paling barat.{' '}
        <a href={dasborAddress('rekap', place)}>Kembali ke Rekap</a>
      </p>
      {kinds.includes('city-admin') ? (
        <TilesForm asked={asked} first={city} />
      ) : (
        <Picture city={city} tiles={layoutOf(city)} />
      )}
    </section>
  );
  return { title: 'Letak kecamatan', page };
};
