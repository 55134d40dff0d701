import type { Output } from '../../../shared/contract.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { type FeedKindCode, feedKinds } from '../../../shared/domain/partners/feeds/words.ts';
import { partnerKinds } from '../../../shared/domain/partners/words.ts';
import { Notice } from '../../kit/page.tsx';
import { AddDocument } from '../../kit/partners/add-document.tsx';
import { AgreementFacts, type AgreementFound } from '../../kit/partners/agreement-facts.tsx';
import { FeedList } from '../../kit/partners/feed-list.tsx';
import { SendFeed } from '../../kit/partners/send-feed.tsx';
import { UsabilityFigures } from '../../kit/partners/usability-figures.tsx';
import { InvitationLinks } from '../../kit/people/invitation-links.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { Asked, Opened } from '../opened.ts';
import { EditAgreement, EnterAgreement } from './agreement-form.tsx';
import { Obligations } from './obligations.tsx';
import { PartnerKeys } from './partner-keys.tsx';

type Partner = Output<'GET /partners/{partnerId}'>['partner'];

type Props = { readonly asked: Asked; readonly agreement: AgreementFound; readonly acts: boolean };

const AgreementBlock = ({ asked, agreement, acts }: Props) => {
  const { session, place, again } = asked;
  const { agreementId, version } = agreement;
  const now = today(place.level === 'city' ? place.code : undefined);
  return (
    <article class="block" aria-labelledby={agreementId}>
      <h2 id={agreementId}>
        <bdi>{agreement.title}</bdi>
      </h2>
      <AgreementFacts agreement={agreement} token={session?.token} />
      <Obligations asked={asked} agreement={agreement} today={now} acts={acts} />
      {acts && <AddDocument agreement={agreement} token={session?.token ?? ''} onDone={again} />}
      {acts && <EditAgreement key={version} asked={asked} first={agreement} />}
    </article>
  );
};

/** The latest of each kind that a partner reported about the place, or about its first city. */
const feedsOf = async ({ call, place }: Asked, { partnerId, cities }: Pick<Partner, 'partnerId' | 'cities'>) => {
  const city = cities.includes(place.code) ? place.code : (cities[0] ?? '');
  const kinds = Object.keys(feedKinds) as FeedKindCode[];
  const pages = await Promise.all(
    kinds.map((kind) =>
      call('GET /partners/{partnerId}/feeds', { params: { partnerId }, query: { city, kind, limit: 6 } }),
    ),
  );
  return pages.flatMap(({ items }) => items);
};

/** A partner: what was agreed with it, who owes what, and its people. */
export const openPartner = async (asked: Asked): Promise<Opened> => {
  const { call, place, kinds, rest: partnerId, again, session, cities } = asked;
  const [{ partner, agreements }, { keys }, found] = await Promise.all([
    call('GET /partners/{partnerId}', { params: { partnerId } }),
    call('GET /partners/{partnerId}/keys', { params: { partnerId } }),
    call('GET /partners/{partnerId}/usability', { params: { partnerId } }),
  ]);
  const feeds = await feedsOf(asked, partner);
  const acts = partner.place === place.code && (kinds.includes('city-admin') || kinds.includes('province-admin'));
  const list = place.level === 'city' ? 'kemitraan' : 'kemitraan-provinsi';
  const page = (
    <section aria-labelledby="mitra">
      <h1 id="mitra">
        <bdi>{partner.brand}</bdi>
      </h1>
      <p>
        <bdi>{partner.legalName}</bdi> · {partnerKinds[partner.kind]} ·{' '}
        <a href={dasborAddress(list, place)}>Kembali ke Kemitraan</a>
      </p>
      {agreements.length === 0 && (
        <Notice title="Belum ada perjanjian" text="Catat perjanjian yang sudah ditandatangani di bawah ini." />
      )}
      {agreements.map((agreement) => (
        <AgreementBlock key={agreement.agreementId} asked={asked} agreement={agreement} acts={acts} />
      ))}
      <UsabilityFigures found={found} brand={partner.brand} />
      <h2>Data bulanan</h2>
      <FeedList feeds={feeds} />
      {acts && (
        <SendFeed
          call={call}
          partner={partner}
          onDone={again}
          token={session?.token ?? ''}
          nameOf={(code) => cities.find(({ cityCode }) => cityCode === code)?.name ?? code}
          month={addMonths(today(place.level === 'city' ? place.code : undefined).slice(0, 7), -1)}
        />
      )}
      <PartnerKeys asked={asked} partnerId={partnerId} first={keys} acts={acts} />
      {acts && (
        <>
          <details key={agreements.length}>
            <summary>Catat perjanjian baru</summary>
            <EnterAgreement asked={asked} partnerId={partnerId} />
          </details>
          <h2>Akun mitra</h2>
          <InvitationLinks call={call} scope={`partner:${partnerId}`} name={partner.brand} roles={['partner']} />
        </>
      )}
    </section>
  );
  return { title: partner.brand, page };
};
