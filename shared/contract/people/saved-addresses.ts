import * as z from 'zod';
import { AgencyId } from '../../domain/agencies/agency.ts';
import { AddressId, NewAddress, SavedAddress } from '../../domain/deliveries/saved-address.ts';
import type { Routes } from '../route/route.ts';

const OfAddress = z.object({ addressId: AddressId });
const OfAgency = z.object({ agencyId: AgencyId });
const Addresses = z.object({ items: z.array(SavedAddress) });

/** Where goods are brought to again and again, kept under a name: by a person, or for all who order for an office. */
export const savedAddresses = {
  'GET /me/addresses': {
    operation: 'list-my-addresses',
    summary: 'My addresses, by name',
    access: 'signed-in',
    who: ['signed-in'],
    response: Addresses,
  },
  'POST /me/addresses': {
    operation: 'save-my-address',
    summary: 'Keep an address under a name; the same name again replaces it',
    access: 'signed-in',
    who: ['signed-in'],
    body: NewAddress,
    response: SavedAddress,
    problems: ['region_not_found', 'address_limit'],
  },
  'DELETE /me/addresses/{addressId}': {
    operation: 'forget-my-address',
    summary: 'Throw an address away',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfAddress,
    response: z.null(),
    status: 204,
    problems: ['address_not_found'],
  },
  'GET /agencies/{agencyId}/addresses': {
    operation: 'list-agency-addresses',
    summary: 'Where an office receives goods: building, room, hours',
    access: 'signed-in',
    who: ['buyer', 'approver'],
    params: OfAgency,
    response: Addresses,
    problems: ['agency_not_found'],
  },
  'POST /agencies/{agencyId}/addresses': {
    operation: 'save-agency-address',
    summary: 'Keep an address for all who order for the office; the same name again replaces it',
    access: 'signed-in',
    who: ['buyer', 'approver'],
    params: OfAgency,
    body: NewAddress,
    response: SavedAddress,
    problems: ['agency_not_found', 'region_not_found', 'address_limit'],
  },
  'DELETE /agencies/{agencyId}/addresses/{addressId}': {
    operation: 'forget-agency-address',
    summary: 'Throw an address of the office away',
    access: 'signed-in',
    who: ['buyer', 'approver'],
    params: OfAgency.extend(OfAddress.shape),
    response: z.null(),
    status: 204,
    problems: ['agency_not_found', 'address_not_found'],
  },
} as const satisfies Routes;
