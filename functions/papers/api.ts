import { papers } from '../../shared/contract/papers/papers.ts';
import { serve } from '../http/serve.ts';
import { s3Files } from '../s3-files.ts';
import { servingWorld } from '../world.ts';
import { bundleMonth } from './bundle-month.ts';
import { downloadSlips, readSlips } from './coretax.ts';
import { issueOnePaper } from './issue-papers.ts';
import { readPaperDefaults, setPaperDefaults } from './paper-defaults.ts';
import { printPack } from './print-pack.ts';
import { printReceipt } from './print-receipt.ts';
import { readMonthPapers } from './read-month-papers.ts';
import { checkOnePaper, listPapers, printPaper, readPaperSettings, setPaperSettings } from './read-papers.ts';
import { readSellerTaxes, saySellerTaxes } from './seller-taxes.ts';
import { printHelpRecord } from './statements/print-help-record.ts';
import { printStatement } from './statements/print-statement.ts';
import { readStatement } from './statements/read-statement.ts';

export const endpoints = [
  listPapers,
  issueOnePaper,
  printPaper,
  printPack,
  printReceipt,
  checkOnePaper,
  readPaperSettings,
  setPaperSettings,
  readPaperDefaults,
  setPaperDefaults,
  readSellerTaxes,
  saySellerTaxes,
  readMonthPapers,
  bundleMonth,
  readSlips,
  downloadSlips,
  readStatement,
  printStatement,
  printHelpRecord,
];
export const handler = serve(papers, endpoints, servingWorld({ photos: s3Files }));
