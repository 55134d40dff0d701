import { DAY_MS, type Instant, later, monthStart } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { provinceOf } from '../../../shared/domain/places/region.ts';
import { cityBody } from '../../regions.ts';
import { seatOperator } from '../first-operator.ts';
import { chanceOf } from './chance.ts';
import { adminOf, districtOfficerOf, fieldOfficerOf, inspectorateOf, mentorOf, type Scene, sceneOf } from './city.ts';
import type { DemoMarket } from './market.ts';
import { addressOf, personName, phoneOf } from './names.ts';
import { budgetSheet, DISTRICT_OFFICES, officeKinds } from './orders/offices.ts';
import { settleOffice } from './papers/office-settings.ts';
import type { DemoCity } from './places.ts';
import type { Villages } from './shops/open-shops.ts';
import type { Span } from './span.ts';

export const OPERATOR = 'operator';
export const provinceAdminOf = (province: string): string =>
  province === '35' ? 'admin-jatim' : `admin-provinsi-${province}`;

/** Offers a role and takes it, as two people do. */
export const seat = async (
  market: DemoMarket,
  at: Instant,
  by: string,
  scope: string,
  person: string,
  role: string,
  personName?: string,
) => {
  const { state } = await market.ask('PUT /scopes/{scope}/members/{person}', by, at, {
    params: { scope, person },
    body: { role: role as 'owner', ...(personName === undefined ? {} : { personName }) },
  });
  if (state === 'invited') await market.ask('POST /me/invitations/{scope}/accept', person, at, { params: { scope } });
};

/** Ten days before the first month the operator founds the cities and seats those who run them. */
export const foundProvince = async (market: DemoMarket, plans: readonly DemoCity[], span: Span): Promise<Scene[]> => {
  const at = later(monthStart(span.first, 'Asia/Jakarta'), -10 * DAY_MS);
  await market.at(at, () => seatOperator(market.world.table, OPERATOR, at));
  for (const province of new Set(plans.map(({ cityCode }) => provinceOf(cityCode))))
    await seat(
      market,
      at,
      OPERATOR,
      `province:${province}`,
      provinceAdminOf(province),
      'province-admin',
      'Admin provinsi',
    );
  return Promise.all(
    plans.map(async (plan) => {
      const { cityCode, accent, shards } = plan;
      const body = await cityBody(cityCode, { accent, shards });
      const city: City = await market.ask('PUT /cities/{city}', OPERATOR, at, { params: { city: cityCode }, body });
      const [scope, admin] = [`city:${cityCode}`, adminOf(plan)];
      await seat(market, at, OPERATOR, scope, admin, 'city-admin', `Admin ${city.name}`);
      await seat(market, at, admin, scope, inspectorateOf(plan), 'inspectorate', `Inspektorat ${city.name}`);
      await seat(market, at, admin, scope, mentorOf(plan), 'mentor', 'Wira Santosa');
      await seat(market, at, admin, scope, fieldOfficerOf(plan), 'field-officer', 'Dwi Santoso');
      const [home] = city.districts;
      const named = `Petugas Kecamatan ${home?.name}`;
      await seat(market, at, admin, `district:${home?.code}`, districtOfficerOf(plan), 'district-officer', named);
      const help = { params: { city: cityCode }, body: { helpPhone: phoneOf('help', cityCode) } };
      await market.ask('PATCH /cities/{city}', adminOf(plan), at, help);
      return sceneOf(market, plan, city, span);
    }),
  );
};

export const villagesOf = async ({ cityCode }: DemoCity): Promise<Villages> => {
  const { districts } = await cityBody(cityCode);
  return new Map(districts.map(({ code, villages }) => [code, villages.map((village) => village.code)]));
};

/** The people of the first office, whom everybody can sign in as. */
const knownOffice = { buyer: 'bayu', buyerName: 'Bayu Prakoso', approver: 'ratna', treasurer: 'teguh' };

/** Of a large city several offices are of one kind: the second and later are its units, so that no two are called alike. */
const called = (name: string, offices: Scene['offices']): string => {
  const alike = offices.filter((office) => office.name === name || office.name.startsWith(`${name}, UPT `)).length;
  return alike === 0 ? name : `${name}, UPT ${alike}`;
};

/** A city adds at most two hundred a day; a large one takes several. */
const OFFICES_A_DAY = 150;

/** The city adds its offices; each seats its buyer and treasurer itself, says how its papers look, and the treasurer reads in the year's budget. */
export const openOffices = async (scene: Scene): Promise<void> => {
  const { market, plan, city, span, agenda, offices } = scene;
  const lastDay = later(monthStart(span.first, city.zone), -3 * DAY_MS);
  const ofDistricts = Math.floor(plan.agencies * DISTRICT_OFFICES);
  for (let number = 0; number < plan.agencies; number++) {
    const at = later(lastDay, -Math.floor((plan.agencies - 1 - number) / OFFICES_A_DAY) * DAY_MS);
    const chance = chanceOf('office', plan.cityCode, number);
    const place = city.districts[(number * 3 + 1) % city.districts.length];
    const ofDistrict = number >= plan.agencies - ofDistricts;
    const home = ofDistrict ? city.districts[(plan.agencies - number) % city.districts.length] : place;
    const name = called(
      ofDistrict ? `Kecamatan ${home?.name}` : `${officeKinds[number % officeKinds.length]} ${city.name}`,
      offices,
    );
    const body = { name, address: addressOf(chance) };
    const asked = { params: { city: plan.cityCode }, body, key: `demo/office/${plan.cityCode}/${number}` };
    const { agencyId } = await market.ask('POST /cities/{city}/agencies', adminOf(plan), at, asked);
    const suffix = `${plan.short}-${String(number + 1).padStart(2, '0')}`;
    const people =
      plan.cityCode === '35.73' && number === 0
        ? knownOffice
        : {
            buyer: `pp-${suffix}`,
            buyerName: personName(chance).name,
            approver: `ppk-${suffix}`,
            treasurer: `bendahara-${suffix}`,
          };
    const named = chanceOf('officers', plan.cityCode, number);
    const isKnown = people === knownOffice;
    const approverName = isKnown ? 'Ratna Dewanti' : personName(named).name;
    const treasurerName = isKnown ? 'Teguh Prasetya' : personName(named).name;
    const office = { agencyId, name, district: home?.code ?? '', ...people, weight: (number + 1) ** -0.5 };
    offices.push(office);
    await seat(market, at, adminOf(plan), `agency:${agencyId}`, office.approver, 'approver', approverName);
    await seat(market, at, office.approver, `agency:${agencyId}`, office.buyer, 'buyer', office.buyerName);
    await seat(market, at, office.approver, `agency:${agencyId}`, office.treasurer, 'treasurer', treasurerName);
    const openYear = (year: string, when: Instant) =>
      market.ask('POST /agencies/{agencyId}/budgets/{year}/import', office.treasurer, when, {
        params: { agencyId, year },
        query: { mode: 'all' },
        type: 'text/csv',
        bytes: new TextEncoder().encode(budgetSheet(name, year)),
      });
    await settleOffice(scene, office, at);
    await openYear(span.first.slice(0, 4), at);
    // The next year's lines are there before the year is.
    for (let year = Number(span.first.slice(0, 4)) + 1; `${year}-01` <= span.running; year++)
      agenda.add(`${suffix}/budget/${year}`, `${year - 1}-12-01`, 560, `office/${agencyId}`, (when) =>
        openYear(String(year), when).then(() => undefined),
      );
  }
};
