import type { AriaRole, ComponentChildren } from 'preact';

export type Column<Row> = {
  readonly name: string;
  readonly show: (row: Row) => ComponentChildren;
  /** Figures stand to the right. */
  readonly number?: true;
  /** Sentences: on a phone they stand below their name, over the whole width. */
  readonly prose?: true;
  /** The address of the same list in this column's order, and whether it stands so now. */
  readonly sort?: { readonly to: string; readonly now?: 'ascending' | 'descending' | undefined };
};

/** Drawn as blocks on a phone, a table is a table for Safari by its roles alone. */
const as = (role: AriaRole) => ({ role });

const Head = <Row,>({ name, number, sort }: Column<Row>) => (
  <th scope="col" {...as('columnheader')} class={number ? 'number' : undefined} aria-sort={sort?.now}>
    {sort ? (
      <a href={sort.to}>
        {name}
        {sort.now && <span aria-hidden="true">{sort.now === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </a>
    ) : (
      name
    )}
  </th>
);

type Props<Row> = {
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
};

/** So many columns fit the narrowest window in which rows are rows. */
const FITTING = 8;

const classOf = (number: true | undefined, prose: true | undefined): string | undefined =>
  [number && 'number', prose && 'prose'].filter(Boolean).join(' ') || undefined;

const Rows = <Row,>({ caption, columns, rows, keyOf }: Props<Row>) => (
  <table class="data" {...as('table')}>
    <caption>{caption}</caption>
    <thead {...as('rowgroup')}>
      <tr {...as('row')}>
        {columns.map((column) => (
          <Head key={column.name} {...column} />
        ))}
      </tr>
    </thead>
    <tbody {...as('rowgroup')}>
      {rows.map((row) => (
        <tr key={keyOf(row)} {...as('row')}>
          {columns.map(({ name, show, number, prose }, at) =>
            at === 0 ? (
              <th key={name} scope="row" {...as('rowheader')}>
                {show(row)}
              </th>
            ) : (
              <td key={name} {...as('cell')} data-name={name} class={classOf(number, prose)}>
                {show(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

/**
 * Rows of a list, each column ordered by a link. On a phone a row is a small block, each value after its column's name, so that
 * nothing is cut off and nothing scrolls aside; on a desk too narrow for many columns the table is moved by itself, not the page.
 */
export const DataTable = <Row,>(props: Props<Row>) =>
  props.columns.length > FITTING ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard moves it by the arrow keys
    <section class="sideways" aria-label={props.caption} tabIndex={0}>
      <Rows {...props} />
    </section>
  ) : (
    <Rows {...props} />
  );

type MoreProps = {
  /** The address of the next page; undefined at the end. */
  readonly next?: string | undefined;
  /** The address of the first page, where this is another. */
  readonly first?: string | undefined;
  /** What the list is of: `usaha`, `pesanan`. */
  readonly of: string;
};
/** The way on through a long list, and back to its head. */
export const More = ({ next, first, of }: MoreProps) => (
  <nav class="more" aria-label="Halaman daftar">
    {next && (
      <a class="line" rel="next" href={next}>
        {of[0]?.toUpperCase() + of.slice(1)} berikutnya
      </a>
    )}
    {first && <a href={first}>Kembali ke awal daftar</a>}
    {!next && <p class="quiet">Ini akhir daftar.</p>}
  </nav>
);
