import type { ComponentChildren } from 'preact';

/** The bar at the top: the mark, whose page this is, and what stands beside it. */
export const Top = ({
  title,
  aside,
  children,
  compact = false,
}: {
  title: ComponentChildren;
  aside?: ComponentChildren;
  children?: ComponentChildren;
  /** On a phone all of it in one row. */
  compact?: boolean;
}) => (
  <header class={compact ? 'top compact' : 'top'}>
    <div class="wide">
      <div class="bar">
        {title}
        {aside}
      </div>
      {children}
    </div>
  </header>
);

/** What the page is about; the skip link leads here. */
export const Main = ({ children, busy }: { children: ComponentChildren; busy?: boolean }) => (
  <main class="wide" id="isi" tabIndex={-1} aria-busy={busy || undefined}>
    {children}
  </main>
);

type NoticeProps = {
  title: string;
  text: string;
  children?: ComponentChildren;
  /** Something failed: said at once to who cannot see it. */
  wrong?: boolean;
  /** The only thing on the page. */
  alone?: boolean;
};
/** A list that is empty, a page that is not to be had: why, and the next step. */
export const Notice = ({ title, text, children, wrong, alone }: NoticeProps) => {
  const Heading = alone ? 'h1' : 'h2';
  return (
    <div class={wrong ? 'notice wrong' : 'notice'} role={wrong ? 'alert' : undefined}>
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children}
    </div>
  );
};

/** An arrow out of a tray: send on. */
export const ShareIcon = () => (
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d="M12 15V3M7 8l5-5 5 5M5 12v8h14v-8"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

type TableProps = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};
const FIGURE = /^(Rp)?[\d–−]/;
/** To the right stands a column in which there is any figure. */
const sideOf = (rows: TableProps['rows'], at: number): string | undefined =>
  at > 0 && rows.some((row) => FIGURE.test(row[at] ?? '')) ? 'number' : undefined;
const PlainTable = ({ caption, head, rows }: TableProps) => (
  <table>
    <caption>{caption}</caption>
    <thead>
      <tr>
        {head.map((name, at) => (
          <th key={name} scope="col" class={sideOf(rows, at)}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...rest]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {rest.map((value, at) => (
            <td key={head[at + 1]} class={sideOf(rows, at + 1)}>
              {value}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** As many columns as a phone shows beside each other. */
const MOST_COLUMNS = 4;
/** A plain table. The first column names the row; columns of figures stand to the right. A wide one is moved sideways by itself. */
export const Table = (props: TableProps) =>
  props.head.length <= MOST_COLUMNS ? (
    <PlainTable {...props} />
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard moves it by the arrow keys
    <section class="sideways" aria-label={props.caption} tabIndex={0}>
      <PlainTable {...props} />
    </section>
  );
