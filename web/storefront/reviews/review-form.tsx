import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { chosenFiles, uploadOrderPhoto } from '../../entry/upload.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { ReviewPicture } from './review-picture.tsx';

type Review = NonNullable<Output<'GET /orders/{orderId}/review'>>;

const stars: readonly Choice[] = [
  // A hurried tap is no praise.
  ['', 'Pilih bintang'],
  ['5', '5 – sangat puas'],
  ['4', '4 – puas'],
  ['3', '3 – cukup'],
  ['2', '2 – kurang'],
  ['1', '1 – buruk'],
];

/** Why a review is read only now. */
const over = {
  shown: 'Ulasan bisa diubah selama seminggu; sekarang hanya bisa ditarik.',
  hidden: 'Kota menyembunyikan ulasan ini. Alasannya ada di Kabar.',
  withdrawn: 'Ulasan ini sudah Anda tarik.',
} as const;
/** How it was, by who received it: stars and words, once an order, changed for a week. */
export const ReviewForm = ({ call, token, orderId }: { call: Call; token: string; orderId: string }) => {
  const [review, setReview] = useState<Review>();
  const [asked, setAsked] = useState(false);
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const params = { orderId };
  const read = async () => setReview((await call('GET /orders/{orderId}/review', { params })) ?? undefined);
  useEffect(() => {
    const done = () => setAsked(true);
    void read().then(done, done);
  }, [orderId]);
  if (!asked) return null;
  const withdraw = () =>
    act.run(async () => {
      await call('POST /orders/{orderId}/review/withdraw', { params });
      await read();
    });
  const takeBack = (
    <ConfirmDialog
      name="Tarik ulasan"
      text="Ulasan ini tidak tampil lagi, dan pesanan ini tidak bisa diulas lagi."
      onSend={withdraw}
      disabled={act.busy}
    />
  );
  if (review && !review.editable)
    return (
      <section class="block">
        <h2>Ulasan Anda</h2>
        {act.refusal && <Summary refusal={act.refusal} />}
        <p>
          {review.stars} dari 5{review.text && `: ${review.text}`}
        </p>
        <p class="small quiet">{over[review.state]}</p>
        {review.state === 'shown' && takeBack}
      </section>
    );
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      const { stars: given = '', text } = filled(form);
      const [file] = chosenFiles(form, 'foto-ulasan');
      const photo = file ? (await uploadOrderPhoto(token, orderId, 'review', file)).photo : review?.photo;
      const body = { stars: Number(given), ...(text ? { text } : {}), ...(photo ? { photo } : {}) };
      await call('PUT /orders/{orderId}/review', { params, body });
      await read();
      setSaved(true);
    });
  return (
    <Form class="form block" onSubmit={submit}>
      <h2>{review ? 'Ulasan Anda' : 'Bagaimana barangnya?'}</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <SelectField label="Bintang" name="stars" required value={String(review?.stars ?? '')} choices={stars} />
      <TextArea
        label="Ceritakan (boleh kosong)"
        name="text"
        rows={3}
        value={review?.text ?? ''}
        flaw={flawAt(act.refusal, '/text')}
      />
      {review?.photo && <ReviewPicture photo={review.photo} />}
      <TextField
        label="Foto (boleh kosong, terlihat semua orang)"
        name="foto-ulasan"
        type="file"
        accept="image/*"
        flaw={flawAt(act.refusal, '/photo')}
      />
      {review?.reply && (
        <p class="small">
          Balasan penjual: <bdi>{review.reply.text}</bdi>
        </p>
      )}
      <button class={review ? 'line' : 'button'} type="submit" disabled={act.busy}>
        {review ? 'Ubah ulasan' : 'Kirim ulasan'}
      </button>
      {review && takeBack}
      <p role="status" class="small">
        {saved ? 'Terima kasih. Ulasan tampil di halaman toko.' : ''}
      </p>
    </Form>
  );
};
