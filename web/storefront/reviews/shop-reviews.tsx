import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { averageText, ReviewBlock } from './review-block.tsx';

type Page = Output<'GET /merchants/{merchantId}/reviews'>;

/** The page holds much else: the newest stand there, older ones come when they are asked for. */
const [FIRST, MORE] = [3, 10];

type Props = { readonly call: Call; readonly merchantId: string; readonly mayReply?: boolean };

/** What buyers said of a shop; its own people answer beneath. */
export const ShopReviews = ({ call, merchantId, mayReply = false }: Props) => {
  const [page, setPage] = useState<Page>();
  const act = useAct();
  const read = (cursor?: string) =>
    call('GET /merchants/{merchantId}/reviews', {
      params: { merchantId },
      query: { limit: cursor ? MORE : FIRST, cursor },
    });
  useEffect(() => void read().then(setPage, () => {}), [merchantId]);
  if (!page || page.count === 0) return null;
  const older = () =>
    act.run(async () => {
      const further = await read(page.next ?? undefined);
      setPage({ ...further, items: [...page.items, ...further.items] });
    });
  const reply = (reviewId: string) => (text: string) =>
    void act.run(async () => {
      const answered = await call('POST /reviews/{reviewId}/reply', { params: { reviewId }, body: { text } });
      // The list stays as far as it was read: the answered one keeps its place.
      setPage({ ...page, items: page.items.map((one) => (one.reviewId === reviewId ? { ...one, ...answered } : one)) });
    });
  return (
    <section id="ulasan">
      <h2>Ulasan</h2>
      <p class="quiet">{averageText(page)}</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="stackd">
        {page.items.map((review) => (
          <ReviewBlock key={review.reviewId} review={review}>
            {!review.reply && mayReply && (
              <ConfirmDialog name="Balas" question="Balasan Anda" onSend={reply(review.reviewId)} />
            )}
          </ReviewBlock>
        ))}
      </ul>
      {page.next && (
        <button class="line" type="button" disabled={act.busy} onClick={older}>
          Ulasan yang lebih lama
        </button>
      )}
    </section>
  );
};
