import { complaints } from '../../shared/contract/complaints/complaints.ts';
import { serve } from '../http/serve.ts';
import {
  answerComplaint,
  forwardComplaint,
  readComplaint,
  startComplaint,
  verifyComplaint,
} from './handle-complaint.ts';
import { listComplaints, listOfficeComplaints, readComplaintStatistics } from './list-complaints.ts';
import { open311 } from './open311/open311.ts';
import { printComplaints } from './print-complaints.ts';
import { readComplaintRoutes, setComplaintRoutes } from './routes.ts';
import { sendComplaint, typeComplaint } from './send-complaint.ts';
import { replyToComplaint, trackComplaint } from './track-complaint.ts';

export const endpoints = [
  sendComplaint,
  typeComplaint,
  trackComplaint,
  replyToComplaint,
  readComplaint,
  listComplaints,
  printComplaints,
  listOfficeComplaints,
  readComplaintStatistics,
  readComplaintRoutes,
  setComplaintRoutes,
  verifyComplaint,
  forwardComplaint,
  startComplaint,
  answerComplaint,
  ...open311,
];
export const handler = serve(complaints, endpoints);
