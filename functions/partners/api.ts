import { partners } from '../../shared/contract/partners/partners.ts';
import { serve } from '../http/serve.ts';
import { s3Files } from '../s3-files.ts';
import { servingWorld } from '../world.ts';
import { addAgreementDocument, readAgreementDocument } from './agreement-documents.ts';
import { readPartnerFigures } from './feeds/read-figures.ts';
import { readSought } from './feeds/read-sought.ts';
import { listFeeds, sendFeed, sendFeedPart, uploadFeed, uploadFeedPart } from './feeds/send-feed.ts';
import { readSoughtWords, setSoughtWords } from './feeds/sought-words.ts';
import { changeAgreement, enterAgreement, fulfilObligation } from './keep-agreements.ts';
import { listPartnerKeys, makePartnerKey, revokePartnerKey } from './keep-keys.ts';
import {
  addCityPartner,
  addProvincePartner,
  listCityPartners,
  listProvincePartners,
  readPartner,
} from './register-partners.ts';
import { answerUsability, listUsabilityQuestions } from './usability/ask-owners.ts';
import { answerUsabilityLink, openUsabilityLink, readUsability } from './usability/read-usability.ts';

export const endpoints = [
  listCityPartners,
  addCityPartner,
  listProvincePartners,
  addProvincePartner,
  readPartner,
  enterAgreement,
  changeAgreement,
  fulfilObligation,
  addAgreementDocument,
  readAgreementDocument,
  listPartnerKeys,
  makePartnerKey,
  revokePartnerKey,
  sendFeedPart,
  sendFeed,
  uploadFeedPart,
  uploadFeed,
  listFeeds,
  readPartnerFigures,
  readSought,
  readSoughtWords,
  setSoughtWords,
  listUsabilityQuestions,
  answerUsability,
  readUsability,
  openUsabilityLink,
  answerUsabilityLink,
];
export const handler = serve(partners, endpoints, servingWorld({ files: s3Files }));
