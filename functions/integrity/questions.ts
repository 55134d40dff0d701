import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import type { Zone } from '../../shared/domain/basics/month.ts';
import { dateTime } from '../../shared/domain/basics/wording.ts';
import { outcomes } from '../../shared/domain/integrity/outcomes.ts';
import { precisionOf, type QuestionCard } from '../../shared/domain/integrity/question.ts';
import { rules } from '../../shared/domain/integrity/rules.ts';
import { fullPage } from '../../shared/table/engine/pages.ts';
import { integrityQuestionsOf, lastLook, sortOfQuestion, talliesOf } from '../../shared/table/integrity/questions.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import type { World } from '../world.ts';

type Asked = Pick<Ask<'GET /cities/{city}/integrity-questions'>, 'params' | 'query' | 'caller'>;

const questionsPage = async ({ params, query, caller }: Asked, world: World) => {
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

const columnsIn = (zone: Zone): readonly Column<QuestionCard>[] => [
  ['Bulan', ({ month }) => month],
  ['Aturan', ({ rule }) => rules[rule].name],
  ['Pertanyaan', ({ question }) => question],
  ['Fakta', ({ facts }) => facts.map(({ label, value }) => `${label}: ${value}`).join('; ')],
  ['Ditanyakan', ({ askedAt }) => dateTime(askedAt, zone)],
  ['Hasil', ({ closed }) => closed && outcomes[closed.outcome]],
  ['Penjelasan', ({ closed }) => closed?.reason ?? null],
  ['Ditutup', ({ closed }) => closed && dateTime(closed.at, zone)],
  ['Kode', ({ questionId }) => questionId],
];

export const printIntegrityQuestions = endpoint(
  'GET /cities/{city}/integrity-questions/sheet/{format}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    const { cursor: from, ...filters } = query;
    const { state, rule } = filters;
    const says = [
      'Pertanyaan, bukan tuduhan',
      state === 'open' ? 'terbuka' : 'ditutup',
      ...(rule === undefined ? [] : [rules[rule].name]),
    ].join(', ');
    const sheet = { city, file: `integritas-${state}`, title: 'Integritas', says, columns: columnsIn(city.zone) };
    return listSheet(world, sheet, { format: params.format, cursor: from }, (cursor) =>
      questionsPage({ params, query: { ...filters, limit: PAGE_LIMIT, cursor }, caller }, world),
    );
  },
);

export const listIntegrityRules = endpoint('GET /cities/{city}/integrity-rules', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const [tallies, look] = await Promise.all([talliesOf(world.table, cityCode), lastLook(world.table, cityCode)]);
  return {
    items: tallies.map((tally) => ({ ...tally, ...rules[tally.rule], precision: precisionOf(tally) })),
    looked: look ?? null,
  };
});
