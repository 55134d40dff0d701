import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type About, serviceName } from './log.ts';

type Figures = { readonly milliseconds: number; readonly fault: boolean };

const fieldsOf = (metrics: Metrics, route: string, { milliseconds, fault }: Figures) => {
  metrics.addDimension('route', route);
  metrics.addMetric('milliseconds', MetricUnit.Milliseconds, milliseconds);
  if (fault) metrics.addMetric('faults', MetricUnit.Count, 1);
  const { service: _, ...fields } = metrics.serializeMetrics();
  metrics.clearMetrics();
  metrics.clearDimensions();
  return fields;
};

/** What Powertools made of a route's first request, and of its first fault: of the next ones only moment and time are others. */
const made = new Map<string, ReturnType<typeof fieldsOf>>();
const metrics = new Metrics({ namespace: 'PasarRata', serviceName });

/** The fields that make a request's line of the log its metric too: CloudWatch's embedded metric format. */
export const counted = (route: string, figures: Figures): About => {
  const name = `${figures.fault} ${route}`;
  const fields = made.get(name) ?? fieldsOf(metrics, route, figures);
  made.set(name, fields);
  return { ...fields, _aws: { ...fields._aws, Timestamp: Date.now() }, milliseconds: figures.milliseconds };
};
