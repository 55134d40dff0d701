import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { launch, visiting } from './browser.ts';
import { buyingPages } from './buying.ts';
import { agencyPages } from './dasbor/agencies.ts';
import { equityNumbers } from './dasbor/equity-numbers.ts';
import { equityViews } from './dasbor/equity-views.ts';
import { everyPage } from './dasbor/every-page.ts';
import { followUpPages } from './dasbor/follow-ups.ts';
import { integrityPages } from './dasbor/integrity.ts';
import { monthPages } from './dasbor/month.ts';
import { peoplePages } from './dasbor/people.ts';
import { registerPages } from './dasbor/register.ts';
import { rulePages } from './dasbor/rules.ts';
import { turnoverPages } from './dasbor/turnover.ts';
import { firstViews } from './first-view.ts';
import { narrowPages } from './narrow.ts';
import { paperPages } from './papers.ts';
import { patientPages } from './patient.ts';
import { sellingPages } from './selling.ts';
import { type Site, serveSite } from './serve.ts';
import { storefrontPages } from './storefront.ts';
import { walkPages } from './walks.ts';

/** One browser and one market for the whole folder: both take longer to start than to use. */
let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launch();
  site = await serveSite(browser);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const visit = visiting(
  () => browser,
  () => site.url,
);
describe('the first view', () => firstViews(visit));
describe('the storefront', () => storefrontPages(visit, () => site));
describe('buying', () => buyingPages(visit, () => site));
describe('a walk', () => walkPages(visit, () => site));
describe('selling', () => sellingPages(visit, () => site));
describe('papers', () => paperPages(visit, () => site));
describe('help, notices and patience', () => patientPages(visit, () => site));
describe('a page', () => narrowPages(visit, () => site));
describe('the month of a city', () => monthPages(visit, () => site));
describe('every number of a month', () => equityNumbers(visit, () => site));
describe('views of a month', () => equityViews(visit, () => site));
describe('the dasbor', () => everyPage(visit, () => site));
describe('the register', () => registerPages(visit, () => site));
describe('offices in the dasbor', () => agencyPages(visit, () => site));
describe('the officers of a city', () => peoplePages(visit, () => site));
describe('the rules of a city', () => rulePages(visit, () => site));
describe('the questions of a city', () => integrityPages(visit, () => site));
describe('turnover reports', () => turnoverPages(visit, () => site));
describe('follow-ups', () => followUpPages(visit, () => site));
