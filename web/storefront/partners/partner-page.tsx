import type { Output } from '../../../shared/contract.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { type FeedKindCode, feedKinds } from '../../../shared/domain/partners/feeds/words.ts';
import type { Call } from '../../entry/client.ts';
import type { PartnerSeat } from '../../entry/me.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { AddDocument } from '../../kit/partners/add-document.tsx';
import { AgreementFacts, type AgreementFound, dueWords, ownerName } from '../../kit/partners/agreement-facts.tsx';
import { type FeedFound, FeedList } from '../../kit/partners/feed-list.tsx';
import { SendFeed } from '../../kit/partners/send-feed.tsx';
import { UsabilityFigures, type UsabilityFound } from '../../kit/partners/usability-figures.tsx';
import type { CityCard } from '../../kit/places.ts';
import { today } from '../../kit/today.ts';

type Found = Output<'GET /partners/{partnerId}'> & {
  readonly feeds: readonly FeedFound[];
  readonly usability: UsabilityFound;
};
type Props = {
  readonly call: Call;
  readonly token: string;
  readonly seats: readonly PartnerSeat[];
  readonly found: Found;
  readonly cities: readonly CityCard[];
  readonly onDone: () => void;
};

/** What a partner's person finds: the agreements, and what was received. */
export const loadPartner = async (call: Call, partnerId: string): Promise<Found> => {
  const [file, usability] = await Promise.all([
    call('GET /partners/{partnerId}', { params: { partnerId } }),
    call('GET /partners/{partnerId}/usability', { params: { partnerId } }),
  ]);
  const asked = file.partner.cities.flatMap((city) =>
    (Object.keys(feedKinds) as FeedKindCode[]).map((kind) => ({ city, kind, limit: 6 })),
  );
  const pages = await Promise.all(
    asked.map((query) => call('GET /partners/{partnerId}/feeds', { params: { partnerId }, query })),
  );
  return { ...file, usability, feeds: pages.flatMap(({ items }) => items) };
};

const Agreement = ({ agreement, token, onDone }: { agreement: AgreementFound } & Pick<Props, 'token' | 'onDone'>) => {
  const open = agreement.obligations.filter(({ done }) => done === null);
  return (
    <article class="block">
      <h2>
        <bdi>{agreement.title}</bdi>
      </h2>
      <AgreementFacts agreement={agreement} token={token} />
      {open.length > 0 && (
        <ul>
          {open.map(({ obligationId, text, owner, dueOn }) => (
            <li key={obligationId}>
              <bdi>{text}</bdi>: <bdi>{ownerName(owner, agreement.brand)}</bdi>, {dueWords(dueOn, today())}
            </li>
          ))}
        </ul>
      )}
      <AddDocument agreement={agreement} token={token} onDone={onDone} />
    </article>
  );
};

/** The page of a partner's own people: what was agreed, what is due, and the monthly data they send. */
export const PartnerPage = ({ call, token, seats, found, cities, onDone }: Props) => {
  const { partner, agreements, feeds, usability } = found;
  return (
    <>
      <PageTop title={partner.brand} />
      <Main>
        {seats.length > 1 && (
          <p class="links">
            {seats.map(({ partnerId, name }) => (
              <a key={partnerId} href={`/akun/mitra?mitra=${partnerId}`}>
                {name}
              </a>
            ))}
          </p>
        )}
        {agreements.length === 0 && (
          <Notice title="Belum ada perjanjian" text="Perjanjian dicatat oleh pemerintah daerah yang bekerja sama." />
        )}
        {agreements.map((agreement) => (
          <Agreement key={agreement.agreementId} agreement={agreement} token={token} onDone={onDone} />
        ))}
        <UsabilityFigures found={usability} brand={partner.brand} />
        <h2>Data bulanan</h2>
        <FeedList feeds={feeds} />
        <SendFeed
          call={call}
          token={token}
          partner={partner}
          onDone={onDone}
          nameOf={(code) => cities.find(({ cityCode }) => cityCode === code)?.name ?? code}
          month={addMonths(today().slice(0, 7), -1)}
        />
      </Main>
      <BottomBar />
    </>
  );
};
