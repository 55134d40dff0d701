import { describe, expect, test } from 'vitest';
import { type Key, routeKeys, routeOf } from '../../shared/contract.ts';
import { marketApp, propertiesOf, resourcesOf, templatesOf, text } from './market-template.ts';

const { Service } = templatesOf(marketApp());
const routes = new Map(propertiesOf(Service, 'AWS::ApiGatewayV2::Route').map((route) => [route['RouteKey'], route]));
const keys = (access: 'public' | 'signed-in') => routeKeys.filter((key) => routeOf(key).access === access);

describe('the deployed API', () => {
  test('has every route of the contract and no other', () => {
    expect([...routes.keys()].sort()).toEqual([...routeKeys].sort());
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
    const functions = resourcesOf(Service, 'AWS::Lambda::Function');
    const integrations = resourcesOf(Service, 'AWS::ApiGatewayV2::Integration');
    for (const [key, { Target }] of routes) {
      const integration = integrations[text(Target).split('/').at(-1) ?? ''];
      const served = functions[text(integration?.Properties['IntegrationUri']).split('.')[0] ?? ''];
      expect(served?.Properties['Description'], String(key)).toMatch(/^The routes of /);
      expect(integration?.Properties['PayloadFormatVersion']).toBe('2.0');
    }
    expect(new Set([...routes.values()].map(({ Target }) => text(Target))).size).toBe(Object.keys(integrations).length);
  });

  test('lets no route take more than the account has, and honours the rates of the contract', () => {
    const [stage] = Object.values(resourcesOf(Service, 'AWS::ApiGatewayV2::Stage'));
    expect(stage?.Properties['StageName']).toBe('api');
    expect(stage?.Properties['DefaultRouteSettings'].ThrottlingRateLimit).toBeLessThan(2500);
    const rated = routeKeys.filter((key: Key) => routeOf(key).rate !== undefined);
    expect(Object.keys(stage?.Properties['RouteSettings'] ?? {}).sort()).toEqual([...rated].sort());
    for (const key of rated)
      expect(stage?.Properties['RouteSettings'][key].ThrottlingRateLimit).toBe(routeOf(key).rate);
  });

  test('names no rate before its route is there', () => {
    const [stage] = Object.values(resourcesOf(Service, 'AWS::ApiGatewayV2::Stage'));
    expect(stage?.DependsOn).toEqual(
      expect.arrayContaining(Object.keys(resourcesOf(Service, 'AWS::ApiGatewayV2::Route'))),
    );
  });

  test('logs each request without token, address or query', () => {
    const [stage] = propertiesOf(Service, 'AWS::ApiGatewayV2::Stage');
    const format = String(stage?.['AccessLogSettings'].Format);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/authorization|sourceIp|path|query|claims/i);
  });
});
