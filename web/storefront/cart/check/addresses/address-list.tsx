import type { Call } from '../../../../entry/client.ts';
import { useAct } from '../../../../kit/act.ts';
import { Summary } from '../../../../kit/form.tsx';
import { addressLine } from '../delivery.ts';
import { forgetAddress, type SavedAddress, useAddresses } from './saved-addresses.ts';

/** The addresses of a person, or of an office, each to be thrown away. New ones are kept where an order is checked. */
export const AddressList = ({ call, agencyId }: { readonly call: Call; readonly agencyId?: string }) => {
  const { addresses, again } = useAddresses(call, true, agencyId);
  const act = useAct();
  const forget = ({ addressId, name }: SavedAddress) =>
    act.run(async () => {
      if (!confirm(`Hapus alamat “${name}”?`)) return;
      await forgetAddress(call, agencyId, addressId);
      await again();
    });
  if (addresses.length === 0) return null;
  return (
    <section id="alamat-tersimpan">
      <h2>{agencyId ? 'Alamat kantor' : 'Alamat saya'}</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="rows">
        {addresses.map((one) => (
          <li key={one.addressId} class="row">
            <span>
              <b>
                <bdi>{one.name}</bdi>
              </b>
              <span class="small quiet">
                <bdi>{one.recipient}</bdi>, {addressLine(one)}
              </span>
            </span>
            <button
              class="link small"
              type="button"
              disabled={act.busy}
              aria-label={`Hapus alamat ${one.name}`}
              onClick={() => forget(one)}
            >
              Hapus
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
