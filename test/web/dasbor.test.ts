import { describe } from 'vitest';
import { agencyPages } from './dasbor/agencies.ts';
import { capitalWalks } from './dasbor/capital.ts';
import { complaintWalks } from './dasbor/complaints.ts';
import { demandWalks } from './dasbor/demand.ts';
import { monthPages } from './dasbor/equity/month.ts';
import { everyPage } from './dasbor/every-page.ts';
import { centreWalks } from './dasbor/field/centres.ts';
import { registerPages } from './dasbor/register.ts';
import { targetPages } from './dasbor/targets.ts';
import { openSite } from './open-site.ts';

const { visit, site } = openSite();
describe('the month of a city', () => monthPages(visit, site));
describe('the dasbor', () => everyPage(visit, site));
describe('the register', () => registerPages(visit, site));
describe('offices in the dasbor', () => agencyPages(visit, site));
// Of offices that were founded just before.
describe('targets', () => targetPages(visit, site));
describe('plans in the dasbor', () => demandWalks(visit, site));
describe('capital', () => capitalWalks(visit, site));
describe('complaints in the dasbor', () => complaintWalks(visit, site));
describe('centres in the dasbor', () => centreWalks(visit, site));
