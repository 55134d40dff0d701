export type TownOptions = {
  readonly categories: number;
  readonly ownersPerCategory: number;
  readonly months: number;
  readonly offices: number;
  /** Share of requests that offices make, and how much larger theirs are. */
  readonly officeShare: number;
  readonly officeSize: number;
  /** How often an honest office returns to the shop it last bought the category from, list or no list. */
  readonly loyalty: number;
};
export const standardTown: TownOptions = {
  categories: 6,
  ownersPerCategory: 50,
  months: 12,
  offices: 20,
  officeShare: 0.5,
  officeSize: 3,
  loyalty: 0,
};
