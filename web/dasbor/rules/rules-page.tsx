import type { Output } from '../../../shared/contract.ts';
import { count, dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Table } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { CeilingsView } from './ceilings-view.tsx';
import { MarketForm } from './market-form.tsx';
import { RuleChange } from './rule-change.tsx';
import { latestOf, ruleFields, told } from './rule-words.ts';
import { StartsView } from './starts-view.tsx';

type Rules = Output<'GET /cities/{city}/ranking-policy'>;
const views = [
  [undefined, 'Urutan barang'],
  ['batas-harga', 'Batas harga'],
  ['pasar', 'Batas dan waktu'],
] as const;

/** When the shops were told of each rule that the city decided. */
const Announced = ({ asked, rules }: { asked: AskedCity; rules: Rules }) => {
  const { inForce, planned, past, announcements } = rules;
  const told = [...past, inForce, ...planned].flatMap((rule) => {
    const found = announcements.find(({ policyVersion }) => policyVersion === rule.version);
    return found ? [{ ...found, from: rule.effectiveFrom }] : [];
  });
  if (told.length === 0) return null;
  return (
    <>
      <h3>Pengumuman kepada usaha</h3>
      <ul>
        {told.map(({ policyVersion, shops, announcedAt, from }) => (
          <li key={policyVersion}>
            Aturan mulai {monthName(from)}:{' '}
            {announcedAt
              ? `diumumkan ke ${count(shops)} usaha, selesai ${dateTime(announcedAt, asked.place.city.zone)}`
              : `sedang diumumkan, ${count(shops)} usaha sudah diberi tahu`}
            .
          </li>
        ))}
      </ul>
    </>
  );
};

const RankingView = ({ asked, rules }: { asked: AskedCity; rules: Rules }) => {
  const { inForce, planned, past } = rules;
  const shown = [inForce, ...planned];
  return (
    <section aria-labelledby="aturan-urutan">
      <h2 id="aturan-urutan">Aturan urutan barang</h2>
      <Table
        caption={planned.length > 0 ? 'Yang berlaku, dan yang akan berlaku.' : 'Yang berlaku sekarang.'}
        head={['Angka', ...shown.map(({ effectiveFrom }) => `Mulai ${monthName(effectiveFrom)}`)]}
        rows={ruleFields.map((field) => [field.label, ...shown.map((rule) => told(field, rule))])}
      />
      <StartsView rule={latestOf(rules)} />
      <Announced asked={asked} rules={rules} />
      {past.length > 0 && (
        <details>
          <summary>Aturan sebelumnya ({past.length})</summary>
          <Table
            caption="Yang pernah berlaku."
            head={['Angka', ...past.map(({ effectiveFrom }) => `Mulai ${monthName(effectiveFrom)}`)]}
            rows={ruleFields.map((field) => [field.label, ...past.map((rule) => told(field, rule))])}
          />
        </details>
      )}
      {asked.kinds.includes('city-admin') && <RuleChange asked={asked} present={inForce} latest={latestOf(rules)} />}
    </section>
  );
};

const viewOf = async (asked: AskedCity, view: string | undefined) => {
  const { call, place } = asked;
  const params = { city: place.code };
  if (view === 'pasar')
    return <MarketForm asked={asked} city={await call('GET /cities/{city}/settings', { params })} />;
  if (view === 'batas-harga')
    return (
      <CeilingsView asked={asked} ceilings={(await call('GET /cities/{city}/price-ceilings', { params })).items} />
    );
  return <RankingView asked={asked} rules={await call('GET /cities/{city}/ranking-policy', { params })} />;
};

/** What the city decides for everybody: the order of goods, price ceilings, how much, how far ahead and how long. */
export const openRules = async (asked: AskedCity): Promise<Opened> => {
  const { place, query } = asked;
  const view = views.find(([code]) => code === query['lihat'])?.[0];
  const at = (lihat: string | undefined) => dasborAddress('aturan', place, { lihat });
  const shown = await viewOf(asked, view);
  const page = (
    <>
      <h1>Aturan</h1>
      <ViewTabs label="Aturan kota" at={at(view)} views={views.map(([code, name]) => ({ name, to: at(code) }))} />
      {shown}
    </>
  );
  return { title: 'Aturan', page };
};
