import { classify } from '../../../shared/domain/demand/classify.ts';
import { soughtOf } from '../../../shared/domain/partners/sought.ts';
import { toldBy } from '../../../shared/domain/partners/told-words.ts';
import { unmetSearches } from '../../../shared/domain/search/unmet-searches.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { soughtFound } from './sought-found.ts';

export const readSought = endpoint('GET /cities/{city}/sought', async ({ params, query }, world) => {
  const city = await expectCity(world, params.city);
  const { month, cells, last, counts, said } = await soughtFound(world, city);
  const isTold = toldBy(said);
  const { district } = query;
  const own = unmetSearches(counts, (term) => classify(term).category, isTold).filter(
    (one) => district === undefined || one.district === null || one.district === district,
  );
  const near = soughtOf(cells, isTold).filter((one) => district === undefined || one.district === district);
  return { city: city.cityCode, month, items: near, own: { month: last, items: own } };
});
