import { programmes } from '../../shared/contract/programmes/programmes.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import { serve } from '../http/serve.ts';
import { servingWorld } from '../world.ts';
import { announceSeries, changeSeries } from './announce-series.ts';
import { checkCertificate, printCertificate } from './certificates.ts';
import { enrolShop, withdrawShop } from './enrol.ts';
import { giveSeats } from './give-seats.ts';
import { issueCertificates } from './issue-certificates.ts';
import { listOwnEnrolments } from './own-enrolments.ts';
import { listParticipants, markPresent, noteProgress } from './participants.ts';
import { readProgrammeEffect } from './read-effect.ts';
import { listOwnSeries, listSeries, readSeries, readSeriesCalendar } from './read-series.ts';
import { revokeCertificate } from './revoke-certificate.ts';

export const endpoints = [
  listSeries,
  announceSeries,
  listOwnSeries,
  readSeries,
  changeSeries,
  readSeriesCalendar,
  listParticipants,
  enrolShop,
  withdrawShop,
  giveSeats,
  markPresent,
  noteProgress,
  listOwnEnrolments,
  readProgrammeEffect,
  issueCertificates,
  checkCertificate,
  printCertificate,
  revokeCertificate,
];
export const handler = serve(programmes, endpoints, servingWorld({ signer: signerOf }));
