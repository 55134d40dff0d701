import { capital } from '../../shared/contract/capital/capital.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import { serve } from '../http/serve.ts';
import { servingWorld } from '../world.ts';
import { applyForCapital } from './apply.ts';
import { addBank, changeBank, listBanks, readBank } from './banks.ts';
import { answerApplication, listBankApplications, readBankApplication } from './inbox.ts';
import { checkPack, openStatementPack, readOwnPack } from './open-pack.ts';
import { listOpenings, listOwnApplications } from './own-applications.ts';
import { readCapitalReadiness } from './readiness.ts';
import { readCapitalStatistics } from './statistics.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export const endpoints = [
  listBanks,
  addBank,
  readBank,
  changeBank,
  readCapitalReadiness,
  readCapitalStatistics,
  applyForCapital,
  listOwnApplications,
  withdrawConsent,
  listOpenings,
  readOwnPack,
  listBankApplications,
  readBankApplication,
  openStatementPack,
  answerApplication,
  checkPack,
];
export const handler = serve(capital, endpoints, servingWorld({ signer: signerOf }));
