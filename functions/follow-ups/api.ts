import { followUps } from '../../shared/contract/follow-ups.ts';
import { serve } from '../http/serve.ts';
import { assignOfficer } from './assign-officer.ts';
import { listFollowUps, readFollowUp } from './read-follow-ups.ts';
import { recordFollowUpStep } from './record-step.ts';

export const endpoints = [listFollowUps, readFollowUp, assignOfficer, recordFollowUpStep];
export const handler = serve(followUps, endpoints);
