import { stories } from '../../shared/contract/stories.ts';
import { serve } from '../http/serve.ts';
import { answerStory } from './answer-story.ts';
import { proposeStory } from './propose-story.ts';
import { readStory } from './read-story.ts';

export const endpoints = [proposeStory, readStory, ...answerStory];
export const handler = serve(stories, endpoints);
