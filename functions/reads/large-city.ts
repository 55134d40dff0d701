import type { CityLedger } from '../../shared/domain/ranking/ledger/ledger-version.ts';

/**
 * Of so many shops a request finds out itself what is made of all of them; of more it reads what was made behind it, and never
 * makes it while somebody waits.
 */
export const FEW_SHOPS = 200;

/** Of so many offices a page reads what each says; of more it reads what was added up behind it. */
export const FEW_OFFICES = 20;

export const isLarge = ({ ownerOf }: Pick<CityLedger, 'ownerOf'>, few = FEW_SHOPS): boolean => ownerOf.size > few;
