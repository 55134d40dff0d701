/** What a simulated year is made of. Everything not in EQUITY.md §3 was calibrated on seeds 1 to 3 (docs/equity). */
export type MarketOptions = {
  categories: number;
  ownersPerCategory: number;
  months: number;
  /** Orders each owner would get a month if all were equal; 1 gives 1,000 requests a month. */
  ordersPerOwner: number;
  /** Median price of the first category, and what each further one costs more. */
  medianPriceRupiah: number;
  categoryStepRupiah: number;
  /** Standard deviation of ln price among goods of equal quality. */
  priceSd: number;
  /** What one standard deviation of quality adds to ln price: better goods cost more. */
  priceQuality: number;
  /** Rating of average goods, and stars gained for one standard deviation of quality. */
  meanRating: number;
  ratingSd: number;
  medianQuantity: number;
  quantitySd: number;
  /** Units an owner can deliver in `capacityDays`. */
  medianCapacity: number;
  capacitySd: number;
  capacityDays: number;
  /** Orders before the year of the most popular owner; the r-th has this over r (Zipf). */
  mostPopular: number;
  /** Correlation of popularity before the year with quality. */
  popularityQuality: number;
};

export const standardMarket: MarketOptions = {
  categories: 10,
  ownersPerCategory: 100,
  months: 12,
  ordersPerOwner: 1,
  medianPriceRupiah: 20_000,
  categoryStepRupiah: 0,
  priceSd: 0.12,
  priceQuality: 0.055,
  meanRating: 4.24,
  ratingSd: 0.33,
  medianQuantity: 20,
  quantitySd: 1,
  medianCapacity: 80,
  capacitySd: 0.5,
  capacityDays: 7,
  mostPopular: 100,
  popularityQuality: 0.25,
};
