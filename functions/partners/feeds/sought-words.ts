import { missedIn } from '../../../shared/domain/partners/sought.ts';
import { heldBack } from '../../../shared/domain/partners/told-words.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { oftenSought } from '../../../shared/domain/search/unmet-searches.ts';
import { recordAct } from '../../../shared/table/audit.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { saveSoughtWords } from '../../../shared/table/partners/sought-words.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { requireVersion } from '../../http/request-meta.ts';
import type { World } from '../../world.ts';
import { soughtFound } from './sought-found.ts';

/** What the city said of words, and the words that wait for it. */
const wordsOf = async (world: World, city: City) => {
  const { cells, counts, said } = await soughtFound(world, city);
  const partners = cells.flat().flatMap(({ terms }) => missedIn(terms));
  const sought = [...partners.map(({ term, unserved }) => ({ term, times: unserved ?? 0 })), ...oftenSought(counts)];
  return { ...said, held: heldBack(sought, said) };
};

export const readSoughtWords = endpoint('GET /cities/{city}/sought-words', async ({ params, caller }, world) => {
  const city = await expectCity(world, params.city);
  requireCityReader(caller, city.cityCode);
  return wordsOf(world, city);
});

/** What stands in public is the city's to say, on record. */
export const setSoughtWords = endpoint('PUT /cities/{city}/sought-words', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  const { cityCode } = city;
  requireCityAdmin(ask.caller, cityCode);
  const { said } = await soughtFound(world, city);
  requireVersion(ask, said);
  const act = { chain: cityCode, at: world.now(), by: ask.caller.person, act: 'sought-words-set' } as const;
  await commit(world.table, [
    saveSoughtWords({ ...ask.body, cityCode, version: said.version + 1 }),
    ...(await recordAct(world.table, { ...act, person: null, subjects: [cityCode], details: {} }, ask.caller)),
  ]);
  return wordsOf(world, city);
});
