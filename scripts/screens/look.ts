/** A page as somebody sees it: where it is, who looks, and what is done on the way. */
export type Look = {
  readonly path: string;
  readonly person?: string;
  /** Links (or buttons) to go through from there, each the first of its selector; what is filled before, or waited for. */
  readonly through?: readonly (string | Filled | Until)[];
  /** An order of the person, first of those that stand so; `path` is what is before its id. */
  readonly order?: Stands;
  /** Opens what is folded. */
  readonly unfolded?: true;
  /** Also looked at in the dark and as it is printed. */
  readonly main?: true;
  /** Each tab of the page that has an address of its own is looked at too. */
  readonly tabs?: true;
  /** The file below `web/`, without its ending, of a page that no list of pages names: test/architecture/looks.test.ts. */
  readonly page?: string;
};
/** What is typed into the fields of these names; of a field to choose from, the choice's name or its place. */
export type Filled = { readonly fill: Readonly<Record<string, string | number>> };
/** What is there once the page has its answer. */
export type Until = { readonly until: string };
/** Where an order stands, and its money; in whose list it is looked for, and whether one of its papers is meant. */
export type Stands = {
  readonly list: 'mine' | 'office' | 'shop';
  readonly state?: string;
  readonly money?: string;
  readonly paper?: true;
};
