import { partnerKinds } from '../../../shared/domain/partners/words.ts';
import { InvitationLinks } from '../../kit/invitation-links.tsx';
import { Notice } from '../../kit/page.tsx';
import { AddDocument } from '../../kit/partners/add-document.tsx';
import { AgreementFacts, type AgreementFound } from '../../kit/partners/agreement-facts.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { Asked, Opened } from '../opened.ts';
import { AgreementForm, type Terms } from './agreement-form.tsx';
import { Obligations } from './obligations.tsx';

type Props = { readonly asked: Asked; readonly agreement: AgreementFound; readonly acts: boolean };

const AgreementBlock = ({ asked, agreement, acts }: Props) => {
  const { call, session, place, again } = asked;
  const { partnerId, agreementId, version } = agreement;
  const change = async (terms: Terms) => {
    const params = { partnerId, agreementId };
    const headers = { 'if-match': `"${version}"` };
    await call('PUT /partners/{partnerId}/agreements/{agreementId}', { params, body: terms, headers });
    again();
  };
  const now = today(place.level === 'city' ? place.code : undefined);
  return (
    <article class="block" aria-labelledby={agreementId}>
      <h2 id={agreementId}>
        <bdi>{agreement.title}</bdi>
      </h2>
      <AgreementFacts agreement={agreement} token={session?.token} />
      <Obligations asked={asked} agreement={agreement} today={now} acts={acts} onChange={change} />
      {acts && <AddDocument agreement={agreement} token={session?.token ?? ''} onDone={again} />}
      {acts && (
        <details>
          <summary>Ubah perjanjian</summary>
          <AgreementForm key={version} now={agreement} onSend={change} />
        </details>
      )}
    </article>
  );
};

/** A partner: what was agreed with it, who owes what, and its people. */
export const openPartner = async (asked: Asked): Promise<Opened> => {
  const { call, place, kinds, rest: partnerId, again } = asked;
  const { partner, agreements } = await call('GET /partners/{partnerId}', { params: { partnerId } });
  const acts = partner.place === place.code && (kinds.includes('city-admin') || kinds.includes('province-admin'));
  const enter = async (terms: Terms) => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    await call('POST /partners/{partnerId}/agreements', { params: { partnerId }, body: terms, headers });
    again();
  };
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
      {acts && (
        <>
          <details>
            <summary>Catat perjanjian baru</summary>
            <AgreementForm now={undefined} onSend={enter} />
          </details>
          <h2>Akun mitra</h2>
          <InvitationLinks call={call} scope={`partner:${partnerId}`} name={partner.brand} roles={['partner']} />
        </>
      )}
    </section>
  );
  return { title: partner.brand, page };
};
