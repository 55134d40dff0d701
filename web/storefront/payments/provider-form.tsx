import { useState } from 'preact/hooks';
import type { Sent } from '../../../shared/contract.ts';
import { providerNames } from '../../../shared/domain/payments/parked-words.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextArea, TextField } from '../../kit/form.tsx';

type Key = 'PUT /merchants/{merchantId}/payment-providers/{provider}';
type Provider = Sent<Key>['params']['provider'];
type Secret = Sent<Key>['body'];

/** What each provider gives a shop to tell its own notices by, in the provider's words. */
const fields: Readonly<Record<Provider, readonly (readonly [name: keyof Secret & string, label: string])[]>> = {
  midtrans: [['serverKey', 'Server Key']],
  xendit: [['callbackToken', 'Callback Verification Token']],
  'snap-bi': [['publicKey', 'Kunci publik bank (PEM)']],
};

type Props = { readonly call: Call; readonly merchantId: string };
const ProviderForm = ({ call, merchantId, provider }: Props & { readonly provider: Provider }) => {
  const [address, setAddress] = useState<string>();
  const act = useAct();
  const save = (form: HTMLFormElement) =>
    act.run(async () => {
      const how = { params: { merchantId, provider }, body: filled(form) as Secret };
      setAddress((await call('PUT /merchants/{merchantId}/payment-providers/{provider}', how)).address);
      form.reset();
    });
  return (
    <details>
      <summary>{providerNames[provider]}</summary>
      <Form onSubmit={save}>
        {act.refusal && <Summary refusal={act.refusal} />}
        {fields[provider].map(([name, label]) => {
          const field = { label, name, required: true, autocomplete: 'off', flaw: flawAt(act.refusal, `/${name}`) };
          return name === 'publicKey' ? (
            <TextArea key={name} rows={5} {...field} />
          ) : (
            <TextField key={name} {...field} />
          );
        })}
        <button class="button" type="submit" disabled={act.busy}>
          Simpan kunci {providerNames[provider]}
        </button>
        {address && (
          <div role="status">
            <p class="small">Tersimpan. Di akun {providerNames[provider]}, isi alamat pemberitahuan:</p>
            <p class="code">{location.origin + address}</p>
          </div>
        )}
      </Form>
    </details>
  );
};

/** A shop with a provider of its own need not look for the money: its notices confirm what came. Keys never come out again. */
export const PaymentProviders = ({ call, merchantId }: Props) => (
  <details id="penyedia-bayar">
    <summary>
      <span>Uang masuk dicatat sendiri (Midtrans, Xendit, bank)</span>
    </summary>
    <p class="quiet">
      Bila toko punya akun penyedia pembayaran, pembayaran QRIS terkonfirmasi tanpa Anda cek satu per satu. Kunci yang
      disimpan tidak bisa dibaca lagi oleh siapa pun.
    </p>
    {(Object.keys(fields) as Provider[]).map((provider) => (
      <ProviderForm key={provider} call={call} merchantId={merchantId} provider={provider} />
    ))}
  </details>
);
