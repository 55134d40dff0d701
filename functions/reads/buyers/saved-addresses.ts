import { NewAddress, type SavedAddress } from '../../../shared/domain/deliveries/saved-address.ts';
import { cityOf } from '../../../shared/domain/places/region.ts';
import {
  type AddressHolder,
  getSavedAddresses,
  type SavedAddresses,
} from '../../../shared/table/people/saved-addresses.ts';
import type { World } from '../../world.ts';

type Sealed = SavedAddresses['addresses'][number];
/** What is sealed cannot be moved to another holder or id. */
const bound = (holder: AddressHolder, addressId: string): string => `${holder} ${addressId}`;

/** An address as it is kept: only the key of its city opens it, for its holder. */
export const sealAddress = (
  { identitySealer }: Pick<World, 'identitySealer'>,
  holder: AddressHolder,
  { addressId, savedAt, ...address }: SavedAddress,
): Sealed => {
  const cityCode = cityOf(address.district);
  const sealed = identitySealer(cityCode).seal(JSON.stringify(address), bound(holder, addressId));
  return { addressId, cityCode, savedAt, sealed };
};

/** The addresses of a person, or of an office, and the version of their item. */
export const savedAddressesOf = async (
  { table, identitySealer }: Pick<World, 'table' | 'identitySealer'>,
  holder: AddressHolder,
): Promise<{ readonly addresses: SavedAddress[]; readonly version: number }> => {
  const found = await getSavedAddresses(table, holder);
  const addresses = (found?.addresses ?? []).map(({ addressId, cityCode, savedAt, sealed }) => {
    const opened = identitySealer(cityCode).open(sealed, bound(holder, addressId));
    if (opened === undefined) throw new Error(`address ${addressId} cannot be opened`);
    return { ...NewAddress.parse(JSON.parse(opened)), addressId, savedAt };
  });
  return { addresses, version: found?.version ?? 0 };
};
