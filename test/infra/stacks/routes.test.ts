import { describe, expect, test } from 'vitest';
import { stacks } from '../../../infra/stacks.ts';
import { contexts, type Key, routeKeys, routeOf } from '../../../shared/contract.ts';
import { everywhere, marketApp, marketTemplates, propertiesOf, text } from './market-template.ts';

const templates = marketTemplates();
const { Sites } = templates;
const deployed = everywhere(templates, 'AWS::ApiGatewayV2::Route');
const routes = new Map(deployed.map(({ Properties }) => [Properties['RouteKey'], Properties]));
const keys = (access: 'public' | 'signed-in') => routeKeys.filter((key) => routeOf(key).access === access);

describe('the deployed API', () => {
  test('has every route of the contract, the HEAD of what anybody may read, and no other', () => {
    const heads = keys('public').flatMap((key) => (key.startsWith('GET ') ? [key.replace('GET ', 'HEAD ')] : []));
    expect(heads.length).toBeGreaterThan(5);
    expect([...routes.keys()].sort()).toEqual([...routeKeys, ...heads].sort());
    for (const head of heads) {
      const get = routes.get(head.replace('HEAD ', 'GET '));
      expect(routes.get(head)).toMatchObject({ AuthorizationType: 'NONE', Target: get?.['Target'] });
    }
  });

  test.each(keys('signed-in'))('%s passes the JWT authorizer and asks for a scope, which an ID token lacks', (key) => {
    expect(routes.get(key)).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['openid'] });
    expect(routes.get(key)?.['AuthorizerId']).toBeDefined();
  });

  test.each(keys('public'))('%s is open', (key) => {
    expect(routes.get(key)).toMatchObject({ AuthorizationType: 'NONE' });
    expect(routes.get(key)).not.toHaveProperty('AuthorizerId');
  });

  test('sends each route to the function of its context', () => {
    const integrations = everywhere(templates, 'AWS::ApiGatewayV2::Integration');
    const functions = everywhere(templates, 'AWS::Lambda::Function');
    for (const [context, keys] of Object.entries(contexts)) {
      const own = deployed.filter(({ Properties }) => Properties['RouteKey'] in keys);
      const targets = new Set(own.map(({ stack, Properties }) => `${stack}/${text(Properties['Target'])}`));
      expect([...targets], context).toHaveLength(1);
      const { stack } = own[0] ?? {};
      const integration = integrations.find((one) => [...targets][0] === `${one.stack}/integrations/${one.id}`);
      const uri = text(integration?.Properties['IntegrationUri']).split('.')[0];
      const served = functions.find((one) => one.stack === stack && one.id === uri);
      expect(served?.Properties['Description']).toBe(`The routes of ${context}`);
      expect(integration?.Properties['PayloadFormatVersion']).toBe('2.0');
    }
  });

  test('lets API Gateway start each function by one permission, however many its routes', () => {
    const allowed = everywhere(templates, 'AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'apigateway.amazonaws.com')
      .map(({ stack, Properties }) => `${stack} ${text(Properties['FunctionName'])}`);
    expect(allowed).toHaveLength(Object.keys(contexts).length);
    expect(new Set(allowed).size).toBe(allowed.length);
  });

  test('lets no route take more than the account has, and honours the rates of the contract', () => {
    const [stage] = everywhere(templates, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties['StageName']).toBe('api');
    expect(stage?.Properties['DefaultRouteSettings'].ThrottlingRateLimit).toBeLessThan(2500);
    const rated = routeKeys.filter((key: Key) => routeOf(key).rate !== undefined);
    expect(Object.keys(stage?.Properties['RouteSettings'] ?? {}).sort()).toEqual([...rated].sort());
    for (const key of rated)
      expect(stage?.Properties['RouteSettings'][key].ThrottlingRateLimit).toBe(routeOf(key).rate);
  });

  test('names no rate before its route is there: every context is deployed before the stage', () => {
    const app = marketApp();
    const made = stacks(app);
    const sites = made.find(({ stackName }) => stackName === 'PasarRata-Sites');
    const before = new Set(sites?.dependencies.map(({ stackName }) => stackName));
    for (const { stack } of deployed) expect(before).toContain(`PasarRata-${stack}`);
    expect(everywhere(templates, 'AWS::ApiGatewayV2::Stage').map(({ stack }) => stack)).toEqual(['Sites']);
  });

  test('logs each request without token, address or query', () => {
    const [stage] = propertiesOf(Sites, 'AWS::ApiGatewayV2::Stage');
    const format = String(stage?.['AccessLogSettings'].Format);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/authorization|sourceIp|path|query|claims/i);
  });
});
