import { useEffect, useState } from 'preact/hooks';
import type { Output, Sent } from '../../../../../shared/contract.ts';
import { phone } from '../../../../../shared/domain/basics/wording.ts';
import type { Call } from '../../../../entry/client.ts';
import type { Delivery } from '../delivery.ts';

export type SavedAddress = Output<'GET /me/addresses'>['items'][number];
type NewAddress = Sent<'POST /me/addresses'>['body'];

/** Addresses of a person, or of the office somebody orders for. */
export const listAddresses = (call: Call, agencyId: string | undefined): Promise<SavedAddress[]> =>
  (agencyId ? call('GET /agencies/{agencyId}/addresses', { params: { agencyId } }) : call('GET /me/addresses')).then(
    ({ items }) => items,
  );

export const saveAddress = (call: Call, agencyId: string | undefined, body: NewAddress): Promise<SavedAddress> =>
  agencyId
    ? call('POST /agencies/{agencyId}/addresses', { params: { agencyId }, body })
    : call('POST /me/addresses', { body });

export const forgetAddress = (call: Call, agencyId: string | undefined, addressId: string): Promise<null> =>
  agencyId
    ? call('DELETE /agencies/{agencyId}/addresses/{addressId}', { params: { agencyId, addressId } })
    : call('DELETE /me/addresses/{addressId}', { params: { addressId } });

/** The same as long as the page is open, for who is signed in; none where they cannot be had. */
export const useAddresses = (
  call: Call,
  signedIn: boolean,
  agencyId: string | undefined,
): { readonly addresses: readonly SavedAddress[]; readonly again: () => Promise<void> } => {
  const [addresses, setAddresses] = useState<readonly SavedAddress[]>([]);
  const again = () => listAddresses(call, agencyId).then(setAddresses, () => setAddresses([]));
  useEffect(() => {
    if (signedIn) void again();
  }, [signedIn, agencyId]);
  return { addresses, again };
};

/** A saved address as the form holds it. */
export const deliveryOf = ({
  addressId: _,
  savedAt: _at,
  name: _name,
  recipient,
  ...place
}: SavedAddress): Delivery => ({
  ...place,
  name: recipient,
  phone: phone(place.phone),
});

/** What the form holds, to be kept under a name. */
export const addressOf = (name: string, { name: recipient = '', ...place }: Partial<Delivery>): NewAddress => {
  const { phone: number = '', street = '', district = '', ...rest } = place;
  return { ...rest, name, recipient, phone: number, street, district };
};

export const isSaved = (addresses: readonly SavedAddress[], { street, district, name }: Partial<Delivery>): boolean =>
  addresses.some((one) => one.street === street && one.district === district && one.recipient === name);
