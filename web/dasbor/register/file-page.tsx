import { dateTime, day, whatsApp } from '../../../shared/domain/basics/wording.ts';
import { statusNames } from '../../../shared/domain/register/status-names.ts';
import { marketNow } from '../../entry/market-time.ts';
import { Waits } from '../../kit/desk/waits.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { AccountTrail, loadAccountTrail } from './account-trail.tsx';
import { ClaimBlock } from './claim-block.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { DecideBlock } from './decide-block.tsx';
import { factsOf } from './facts.ts';
import { GoodsBlock, loadGoods } from './goods-block.tsx';
import { LikeShops } from './like-shops.tsx';
import { OwnersBlock } from './owners-block.tsx';
import { ScaleBlock } from './scale-block.tsx';
import { Timeline } from './timeline.tsx';
import type { File } from './words.ts';

const Facts = ({ asked, file }: { asked: AskedCity; file: File }) => (
  <dl class="facts">
    {factsOf(asked, file).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    ))}
  </dl>
);

const Since = ({ asked, file }: { asked: AskedCity; file: File }) => {
  const { at = file.registeredAt } = file.history.at(-1) ?? {};
  const { zone } = asked.place.city;
  return (
    <p>
      <b>{statusNames[file.status]}</b>
      {'. '}
      {file.status === 'pending' ? (
        <>
          <Waits since={at} now={marketNow()} zone={zone} />.
        </>
      ) : (
        `Sejak ${dateTime(at, zone)}.`
      )}
      {file.imported && ' Dari daftar kota.'}
      {file.imported?.decree &&
        ` Diverifikasi dengan keputusan ${file.imported.decree.number}, ${day(file.imported.decree.on)}.`}
    </p>
  );
};

const MOST_COMPARED = 3;

/** One shop for the city: what to check, who is like it, what can be decided, what happened. */
export const openFile = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest: merchantId } = asked;
  const params = { merchantId };
  const admin = kinds.includes('city-admin');
  const [file, timeline, kept] = await Promise.all([
    call('GET /merchants/{merchantId}/file', { params }),
    call('GET /merchants/{merchantId}/timeline', { params, query: { limit: 50 } }),
    admin ? call('GET /cities/{city}/return-reasons', { params: { city: place.code } }) : undefined,
  ]);
  const [goods, trail, ...like] = await Promise.all([
    file.status === 'verified' ? loadGoods(call, merchantId) : undefined,
    loadAccountTrail(asked, file),
    ...(file.sameAs ?? []).slice(0, MOST_COMPARED).map(async ({ merchantId: id, by }) => ({
      by,
      file: await call('GET /merchants/{merchantId}/file', { params: { merchantId: id } }),
    })),
  ]);
  const page = (
    <article>
      <h1>
        <bdi>{file.name}</bdi>
      </h1>
      <Since asked={asked} file={file} />
      {file.closedAt && <p class="say">Ditutup pemiliknya, {dateTime(file.closedAt, asked.place.city.zone)}.</p>}
      {file.suspendedReason && <p class="say wrong">Ditangguhkan: {file.suspendedReason}</p>}
      <p>
        <a href={dasborAddress('usaha', place)}>Kembali ke daftar</a> ·{' '}
        <a href={whatsApp(`Halo ${file.ownerName}, `, file.phone)} rel="noopener">
          WhatsApp pemilik
        </a>
      </p>
      <section aria-labelledby="diperiksa">
        <h2 id="diperiksa">Yang diperiksa</h2>
        <p class="quiet">Cocokkan dengan KTP dan surat usahanya. Nomor ditutup; empat angka terakhir terlihat.</p>
        <Facts asked={asked} file={file} />
      </section>
      <LikeShops asked={asked} file={file} like={like} />
      {kept && <DecideBlock key={merchantId} asked={asked} file={file} reasons={kept.reasons} />}
      {admin && <OwnersBlock asked={asked} file={file} />}
      {admin && <ClaimBlock asked={asked} file={file} />}
      {admin && <CorrectionForm asked={asked} file={file} />}
      {file.scale && <ScaleBlock key={file.scale.version} asked={asked} merchantId={merchantId} first={file.scale} />}
      {goods && <GoodsBlock asked={asked} first={goods} merchantId={merchantId} />}
      {trail && <AccountTrail asked={asked} file={file} first={trail} />}
      <Timeline asked={asked} first={timeline} merchantId={merchantId} />
    </article>
  );
  return { title: file.name, page };
};
