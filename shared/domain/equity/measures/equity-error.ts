/** What can be wrong with amounts, files and merges. The name is stable and meant to be switched on. */
export type EquityErrorName =
  | 'AmountNotWholeRupiah'
  | 'AmountTooLarge'
  | 'CountNotWhole'
  | 'AmountsNotAscending'
  | 'ControlTotalsDiffer'
  | 'LiveAmountTooLarge'
  | 'LiveBinImpossible'
  | 'CityFileHeaderInvalid'
  | 'CityFileVersionUnknown'
  | 'CityFileTruncated'
  | 'CityFileCorrupt'
  | 'CityFileMisplaced'
  | 'CityFileTwice';

/** A refusal to compute: the input is not what the measure is defined on. `name` says which rule it broke. */
export class EquityError extends Error {
  override readonly name: EquityErrorName;
  constructor(name: EquityErrorName, message: string) {
    super(message);
    this.name = name;
  }
}
