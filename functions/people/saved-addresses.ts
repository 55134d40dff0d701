import { type NewAddress, type SavedAddress, withAddress } from '../../shared/domain/deliveries/saved-address.ts';
import { cityOf } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { type AddressHolder, saveSavedAddresses } from '../../shared/table/people/saved-addresses.ts';
import { expectAgency } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { savedAddressesOf, sealAddress } from '../reads/buyers/saved-addresses.ts';
import { requireRegion } from '../reads/districts.ts';
import type { World } from '../world.ts';

type OfficeKey = `${'GET' | 'POST'} /agencies/{agencyId}/addresses`;
type OneKey = 'DELETE /agencies/{agencyId}/addresses/{addressId}';

/** An office's addresses are for those who order there. */
const officeOf = async (world: World, { params, caller }: Pick<Ask<OfficeKey | OneKey>, 'params' | 'caller'>) => {
  const { agencyId } = await expectAgency(world, params.agencyId, caller, ['buyer', 'approver']);
  return `AGENCY#${agencyId}` as const;
};

const write = async (world: World, holder: AddressHolder, addresses: readonly SavedAddress[], version: number) => {
  const sealed = addresses.map((address) => sealAddress(world, holder, address));
  await commit(world.table, [saveSavedAddresses({ holder, addresses: sealed, version: version + 1 })]);
};

const keep = async (
  world: World,
  holder: AddressHolder,
  { body, newId }: { readonly body: NewAddress; readonly newId: World['newId'] },
): Promise<SavedAddress> => {
  await requireRegion(world, cityOf(body.district), body.district);
  const { addresses, version } = await savedAddressesOf(world, holder);
  const known = addresses.find(({ name }) => name === body.name);
  const address = { ...body, addressId: known?.addressId ?? newId('adr'), savedAt: world.now() };
  await write(world, holder, withAddress(addresses, address), version);
  return address;
};

const forget = async (world: World, holder: AddressHolder, addressId: string): Promise<null> => {
  const { addresses, version } = await savedAddressesOf(world, holder);
  const others = addresses.filter((address) => address.addressId !== addressId);
  if (others.length === addresses.length) throw new Problem('address_not_found', 'Alamat ini sudah tidak ada.');
  await write(world, holder, others, version);
  return null;
};

const itemsOf = async (world: World, holder: AddressHolder) => ({
  items: (await savedAddressesOf(world, holder)).addresses,
});

export const listMyAddresses = endpoint('GET /me/addresses', ({ caller: { person } }, world) =>
  itemsOf(world, `PERSON#${person}`),
);
export const saveMyAddress = endpoint('POST /me/addresses', (ask, world) =>
  keep(world, `PERSON#${ask.caller.person}`, ask),
);
export const forgetMyAddress = endpoint('DELETE /me/addresses/{addressId}', ({ params, caller: { person } }, world) =>
  forget(world, `PERSON#${person}`, params.addressId),
);

export const listAgencyAddresses = endpoint('GET /agencies/{agencyId}/addresses', async (ask, world) =>
  itemsOf(world, await officeOf(world, ask)),
);
export const saveAgencyAddress = endpoint('POST /agencies/{agencyId}/addresses', async (ask, world) =>
  keep(world, await officeOf(world, ask), ask),
);
export const forgetAgencyAddress = endpoint('DELETE /agencies/{agencyId}/addresses/{addressId}', async (ask, world) =>
  forget(world, await officeOf(world, ask), ask.params.addressId),
);
