import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { averageText, ReviewBlock } from './review-block.tsx';

type Page = Output<'GET /merchants/{merchantId}/reviews'>;

type Props = { readonly call: Call; readonly merchantId: string; readonly mayReply?: boolean };

/** What buyers said of a shop; its own people answer beneath. */
export const ShopReviews = ({ call, merchantId, mayReply = false }: Props) => {
  const [page, setPage] = useState<Page>();
  const act = useAct();
  const read = () =>
    call('GET /merchants/{merchantId}/reviews', { params: { merchantId }, query: { limit: 10 } }).then(setPage);
  useEffect(() => void read().catch(() => {}), [merchantId]);
  if (!page || page.count === 0) return null;
  const reply = (reviewId: string) => (text: string) =>
    void act.run(async () => {
      await call('POST /reviews/{reviewId}/reply', { params: { reviewId }, body: { text } });
      await read();
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
    </section>
  );
};
