import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { chosenFiles, uploadOrderPhoto } from '../../entry/upload.ts';
import { useAct } from '../../kit/act.ts';
import { Form, flawAt, Summary, TextField } from '../../kit/form.tsx';

type Photo = Output<'GET /orders/{orderId}/photos'>['items'][number];
const takenBy = { buyer: 'penerima', merchant: 'penjual' } as const;
const nameOf = ({ purpose, side }: Photo, index: number): string =>
  purpose === 'proof' ? `Bukti bayar ${index + 1}` : `Foto barang ${index + 1}, dari ${takenBy[side]}`;

/** The pictures of one purpose, small; each opens whole. */
const Pictures = ({ photos }: { photos: readonly Photo[] }) => (
  <ul class="pictures">
    {photos.map((photo, index) => (
      <li key={photo.photoId}>
        <a href={`/api${photo.link}`} target="_blank" rel="noopener noreferrer">
          <img src={`/api${photo.small}`} alt={nameOf(photo, index)} width="96" height="96" loading="lazy" />
        </a>
      </li>
    ))}
  </ul>
);

/** Its own: the page has other fields for pictures, and a label leads to the first of its name. */
const FIELD = 'foto-serah';

type Props = {
  readonly call: Call;
  readonly token: string;
  readonly orderId: string;
  /** Those who brought or received the goods may add to them now. */
  readonly mayAdd: boolean;
  /** Changes when the order does. */
  readonly version: number;
  /** There are more of them now. */
  readonly onDone: () => void;
};

/** What the goods looked like when they came, and what was shown of the payment: for the two sides alone. */
export const OrderPhotos = ({ call, token, orderId, mayAdd, version, onDone }: Props) => {
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const act = useAct();
  const read = () =>
    call('GET /orders/{orderId}/photos', { params: { orderId } }).then(({ items }) => setPhotos(items));
  useEffect(() => void read().catch(() => {}), [orderId, version]);
  const goods = photos.filter(({ purpose }) => purpose === 'handover');
  const proofs = photos.filter(({ purpose }) => purpose === 'proof');
  if (!mayAdd && photos.length === 0) return null;
  const add = (form: HTMLFormElement) =>
    act.run(async () => {
      for (const file of chosenFiles(form, FIELD)) await uploadOrderPhoto(token, orderId, 'handover', file);
      form.reset();
      onDone();
    });
  return (
    <section class="block" id="foto">
      <h2>Foto</h2>
      <p class="small quiet">Hanya terlihat oleh pembeli dan penjual pesanan ini.</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {goods.length > 0 && <Pictures photos={goods} />}
      {proofs.length > 0 && (
        <>
          <h3>Bukti bayar</h3>
          <Pictures photos={proofs} />
        </>
      )}
      {mayAdd && (
        <Form onSubmit={add}>
          <TextField
            label="Foto barang saat serah terima"
            name={FIELD}
            type="file"
            accept="image/*"
            multiple
            required
            flaw={flawAt(act.refusal, '/photo')}
          />
          <button class="line" type="submit" disabled={act.busy}>
            {act.busy ? 'Mengirim foto…' : 'Kirim foto'}
          </button>
        </Form>
      )}
    </section>
  );
};
