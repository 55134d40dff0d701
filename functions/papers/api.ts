import { papers } from '../../shared/contract/papers.ts';
import { serve } from '../http/serve.ts';
import { issueOnePaper } from './issue-papers.ts';
import { checkOnePaper, listPapers, printPaper, readPaperSettings, setPaperSettings } from './read-papers.ts';

export const endpoints = [listPapers, issueOnePaper, printPaper, checkOnePaper, readPaperSettings, setPaperSettings];
export const handler = serve(papers, endpoints);
