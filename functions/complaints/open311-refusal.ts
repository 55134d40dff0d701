import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { OpenErrors } from '../../shared/contract/complaints/open311.ts';
import type { Flaw, Problem } from '../../shared/problem.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { listDocument, namedIn } from './open311-document.ts';

/** What the standard leaves standing: nothing there, a key refused, try later, our own fault. */
const KEPT = [403, 404, 429];
const statusOf = ({ status }: Problem): number => (KEPT.includes(status) || status >= 500 ? status : 400);

/** Under the name that was sent, of which a number is only the place in a list. */
const ofFlaw = ({ pointer, detail }: Flaw): string =>
  `${pointer.split('/').findLast((part) => !/^\d+$/.test(part))}: ${detail}`;

/** As what the answer was wanted stands at the end of the address, whatever its last part is called. */
const formatOf = ({ rawPath }: APIGatewayProxyEventV2) => namedIn(rawPath).format;

/** A fault of ours is asked after by its number, which a problem has as a field of its own. */
const sentencesOf = (problem: Problem, { requestContext }: APIGatewayProxyEventV2): readonly string[] => {
  if (problem.status >= 500) return [`${problem.message} (${requestContext.requestId})`];
  return problem.flaws.length > 0 ? problem.flaws.map(ofFlaw) : [problem.message];
};

/** GeoReport v2, "Errors": each with a number and a sentence for whoever sent it, as XML where that was asked for. */
const told: NonNullable<Endpoint['refuses']> = (problem, event) => {
  const statusCode = statusOf(problem);
  const sentences = sentencesOf(problem, event);
  const errors = OpenErrors.parse(sentences.map((description) => ({ code: statusCode, description })));
  const { type, bytes } = listDocument(formatOf(event), ['errors', 'error'], errors);
  const headers: Record<string, string> = { 'content-type': type, 'cache-control': 'no-store' };
  if (problem.retryAfter !== undefined) headers['retry-after'] = String(problem.retryAfter);
  return { statusCode, headers, body: new TextDecoder().decode(bytes) };
};

/** An operation whose refusals a tool of other cities reads: whatever they are, and wherever they are made. */
export const toldAsOpen311 = (endpoint: Endpoint): Endpoint => ({ ...endpoint, refuses: told });
