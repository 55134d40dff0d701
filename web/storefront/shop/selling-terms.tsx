import { useMemo } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { CourierPartners } from '../deliveries/shop-deliveries.tsx';
import { WaysForm } from '../payments/ways-form.tsx';
import { DeliveryForm } from './delivery-form.tsx';

type Props = {
  readonly call: Call;
  readonly file: Output<'GET /merchants/{merchantId}/file'>;
  readonly owns: boolean;
  /** Somebody works for the owner here, or was called in by who does. */
  readonly helped: boolean;
};

/** How the shop hands over and is paid, read once for both: also of a shop that is not verified yet, so that it is ready when it is. */
export const SellingTerms = ({ call, file: { merchantId, cityCode, address }, owns, helped }: Props) => {
  const said = useMemo(
    () => call('GET /me/merchants/{merchantId}/selling-terms', { params: { merchantId } }),
    [merchantId],
  );
  const delivery = () => said.then((terms) => terms.delivery);
  const payment = () => said.then((terms) => terms.payment);
  return (
    <>
      <DeliveryForm call={call} merchantId={merchantId} read={delivery} city={cityCode} address={address} />
      {owns && <CourierPartners call={call} merchantId={merchantId} />}
      {owns && <WaysForm call={call} merchantId={merchantId} read={payment} helped={helped} />}
    </>
  );
};
