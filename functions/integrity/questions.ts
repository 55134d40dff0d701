import { precisionOf } from '../../shared/domain/integrity/rule-tally.ts';
import { rules } from '../../shared/domain/integrity/rules.ts';
import { fullPage } from '../../shared/table/engine/pages.ts';
import { integrityQuestionsOf, lastLook, sortOfQuestion, talliesOf } from '../../shared/table/integrity/questions.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';

type Asked = Pick<Ask<'GET /cities/{city}/integrity-questions'>, 'params' | 'query' | 'caller'>;

export const questionsPage = async ({ params, query, caller }: Asked, world: World) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { state, rule, ...paging } = query;
  return page(world, `integrity ${cityCode} ${state} ${rule ?? ''}`, paging, (request) =>
    fullPage(
      request,
      (wider) => integrityQuestionsOf(world.table, cityCode, state, wider),
      (question) => rule === undefined || question.rule === rule,
      sortOfQuestion,
    ),
  );
};

export const listIntegrityQuestions = endpoint('GET /cities/{city}/integrity-questions', questionsPage);

export const listIntegrityRules = endpoint('GET /cities/{city}/integrity-rules', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const [tallies, look] = await Promise.all([talliesOf(world.table, cityCode), lastLook(world.table, cityCode)]);
  return {
    items: tallies.map((tally) => ({ ...tally, ...rules[tally.rule], precision: precisionOf(tally) })),
    looked: look ?? null,
  };
});
