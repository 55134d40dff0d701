import type { OpenRequest } from '../../../shared/contract/complaints/open311.ts';
import type { ComplaintCard } from '../../../shared/domain/complaints/complaint-card.ts';
import { complaintCategories, stateWords, waitsFor } from '../../../shared/domain/complaints/states.ts';
import { masked } from '../../../shared/domain/people/masked.ts';

/**
 * Anybody writes a complaint, about anybody: its words and place stand in public once the city has read it and taken it for its
 * own. What is not the city's, an insult above all, never does.
 */
const UNREAD = 'Belum dibaca kota, jadi belum ditampilkan.';
const NOT_OURS = 'Tidak ditampilkan.';
const wordsOf = ({ state, text, address, place }: ComplaintCard) => {
  if (state === 'received' || state === 'not-ours')
    return { description: state === 'received' ? UNREAD : NOT_OURS, address: null, lat: null, long: null };
  return {
    description: masked(text),
    address: address === null ? null : masked(address),
    lat: place?.latitude ?? null,
    long: place?.longitude ?? null,
  };
};

export const shown = (card: ComplaintCard): OpenRequest => ({
  service_request_id: card.number,
  status: waitsFor(card.state) === 'over' ? ('closed' as const) : ('open' as const),
  status_notes: card.answer ? `${stateWords[card.state]}. ${masked(card.answer.text)}` : stateWords[card.state],
  service_name: complaintCategories[card.category],
  service_code: card.category,
  agency_responsible: card.agencyName,
  service_notice: null,
  requested_datetime: card.receivedAt,
  updated_datetime: card.updatedAt,
  expected_datetime: card.dueAt,
  ...wordsOf(card),
});
