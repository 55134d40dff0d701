import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import type { Zone } from '../../shared/domain/basics/month.ts';
import { dateTime } from '../../shared/domain/basics/wording.ts';
import { outcomes } from '../../shared/domain/integrity/outcomes.ts';
import type { QuestionCard } from '../../shared/domain/integrity/question.ts';
import { rules } from '../../shared/domain/integrity/rules.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import { questionsPage } from './questions.ts';

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
