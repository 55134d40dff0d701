import type { ComponentChildren } from 'preact';

type SourceProps = {
  readonly source: string;
  readonly how: string;
  readonly children?: ComponentChildren;
  /** What else can be done with it: files, a link. */
  readonly foot?: ComponentChildren;
};
/** Where a figure comes from, how fresh it is, how it was counted, its numbers as a table, and what can be taken along. */
export const Source = ({ source, how, children, foot }: SourceProps) => (
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
          <span>Tabel</span>
        </summary>
        {children}
      </details>
    )}
    {foot && <div class="take">{foot}</div>}
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
  foot?: ComponentChildren;
  children: ComponentChildren;
};

/** One figure, always in the same order: finding, definition, picture, source · date · method · table. */
export const Figure = ({ id, title, sentence, source, how, table, foot, children }: FigureProps) => (
  <section class="figure" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <p class="quiet">{sentence}</p>
    {children}
    <Source source={source} how={how} foot={foot}>
      {table}
    </Source>
  </section>
);
