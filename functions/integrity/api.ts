import { integrity } from '../../shared/contract/integrity.ts';
import { serve } from '../http/serve.ts';
import { closeIntegrityQuestion } from './close-question.ts';
import { answerOrderQuestion, listOrderQuestions } from './order-questions.ts';
import { printIntegrityQuestions } from './print-questions.ts';
import { listIntegrityQuestions, listIntegrityRules } from './questions.ts';

export const endpoints = [
  listIntegrityQuestions,
  printIntegrityQuestions,
  closeIntegrityQuestion,
  listIntegrityRules,
  listOrderQuestions,
  answerOrderQuestion,
];
export const handler = serve(integrity, endpoints);
