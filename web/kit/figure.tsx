import type { ComponentChildren } from 'preact';

/** Where a figure comes from, how fresh it is, how it was counted, and its numbers as a table. */
export const Source = ({ source, how, children }: { source: string; how: string; children?: ComponentChildren }) => (
  <div class="source">
    <p>{source}</p>
    <details>
      <summary>
        <span>Cara menghitung</span>
      </summary>
      <p>{how}</p>
    </details>
    {children && (
      <details>
        <summary>
          <span>Lihat sebagai tabel</span>
        </summary>
        {children}
      </details>
    )}
  </div>
);

export type FigureProps = {
  id: string;
  /** The finding, as a headline. */
  title: string;
  /** What is measured, in one sentence. */
  sentence: string;
  source: string;
  how: string;
  table?: ComponentChildren;
  children: ComponentChildren;
};

/** One figure, always in the same order: finding, definition, picture, source · date · method · table. */
export const Figure = ({ id, title, sentence, source, how, table, children }: FigureProps) => (
  <section class="figure" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <p class="quiet">{sentence}</p>
    {children}
    <Source source={source} how={how}>
      {table}
    </Source>
  </section>
);
