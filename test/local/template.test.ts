import { describe, expect, it } from 'vitest';
import { readAsyncBounds, readEventRules, readSchedules } from '../../local/resources/delivery.ts';
import { readEventSources } from '../../local/resources/event-source.ts';
import { readFrontDoor } from '../../local/resources/front-door.ts';
import { readHttpApi } from '../../local/resources/http-api.ts';
import { readFunctions } from '../../local/resources/lambda-function.ts';
import { readSignIn } from '../../local/resources/sign-in.ts';
import { parseTable } from '../../local/resources/table.ts';
import { readTemplate } from '../../local/template.ts';
import { smallTemplate } from './fixtures/template.ts';

const address = { origin: 'http://localhost:4711', host: 'localhost:4711' };
const read = (changes?: Readonly<Record<string, object>>) => readTemplate(smallTemplate(changes), address);

/** The small template with one more property in a resource, or another value for one. */
function withProperty(id: string, property: string, value: unknown) {
  const { Resources } = smallTemplate();
  const resource = (Resources as Readonly<Record<string, { Type: string; Properties: object }>>)[id];
  return read({ [id]: { ...resource, Properties: { ...resource?.Properties, [property]: value } } });
}

describe('the template', () => {
  it('gives each function its source, its bounds and an environment of local names', () => {
    expect(readFunctions(read()).find(({ id }) => id === 'Slow')).toEqual({
      id: 'Slow',
      source: 'functions/slow.ts',
      timeout: 1,
      memory: 128,
      environment: {
        TABLE_NAME: 'Table',
        TOKEN_ISSUER: 'http://localhost:4711/identity',
        PAGE_URL: 'http://localhost:4711',
      },
    });
  });

  it('gives each route its function and what it asks of a token', () => {
    const { id, routes } = readHttpApi(read());
    const token = { issuer: 'http://localhost:4711/identity', audience: ['Client'] };
    expect(id).toBe('Api');
    expect(routes).toEqual([
      { key: 'GET /v1/health', functionId: 'Echo', token: undefined },
      { key: 'GET /v1/things/{id}', functionId: 'Echo', token },
      { key: 'POST /v1/things', functionId: 'Echo', token },
    ]);
  });

  it('gives event sources, schedules, rules and bounds the function that they start', () => {
    const template = read();
    expect(readEventSources(template)).toMatchObject([
      { functionId: 'Echo', batchSize: 10, window: 1000, retries: 3, bisect: true, partialAnswers: true },
    ]);
    expect(readSchedules(template)).toMatchObject([{ functionId: 'Echo', timeZone: 'UTC' }]);
    expect(readEventRules(template)).toMatchObject([
      { functionIds: ['Echo'], pattern: { source: ['aws.ses'] } },
    ]);
    expect(readAsyncBounds(template).get('Echo')).toMatchObject({ retries: 1, maxAge: 900_000 });
  });

  it('gives the front door its headers and runs its own code for the paths of the page', () => {
    const door = readFrontDoor(read());
    expect(door.headers).toEqual({
      'content-security-policy': "default-src 'self'",
      'x-content-type-options': 'nosniff',
    });
    expect([door.rewrite('/findings/open'), door.rewrite('/app.js')]).toEqual(['/index.html', '/app.js']);
  });

  it('lets a sign-in return to the local address', () => {
    expect(readSignIn(read())).toMatchObject({
      clientId: 'Client',
      callbackUrls: ['http://localhost:4711/'],
      tokenSeconds: 900,
    });
  });

  it.each([
    ['Echo', 'SnapStart', readFunctions],
    ['Source', 'TumblingWindowInSeconds', readEventSources],
    ['Api', 'CorsConfiguration', readHttpApi],
    ['ReadRoute', 'AuthorizationScopes', readHttpApi],
    ['Clock', 'StartDate', readSchedules],
    ['Rule', 'ScheduleExpression', readEventRules],
    ['Bounds', 'Other', readAsyncBounds],
    ['Client', 'AnalyticsConfiguration', readSignIn],
    ['Headers', 'Other', readFrontDoor],
  ])('stops at the property %s.Properties.%s, which nobody here knows', (id, property, reader) => {
    expect(() => reader(withProperty(id, property, { some: 'thing' }))).toThrow(
      new RegExp(`can't interpret ${id} .*Properties\\.${property} is unknown to it`),
    );
  });

  it('names the path of an unknown property deep in a resource', () => {
    const changed = withProperty('Clock', 'FlexibleTimeWindow', { Mode: 'OFF', MaximumWindowInMinutes: 3 });
    expect(() => readSchedules(changed)).toThrow(
      'Properties.FlexibleTimeWindow.MaximumWindowInMinutes is unknown',
    );
  });

  it('stops at a kind that is in neither table', () => {
    expect(() => read({ New: { Type: 'AWS::S3Tables::Table' } })).toThrow(
      'New: it does not know the kind AWS::S3Tables::Table',
    );
  });

  it('stops at a reference to nothing and at an attribute that has no local value', () => {
    expect(() => readSchedules(withProperty('Clock', 'ScheduleExpression', { Ref: 'Gone' }))).toThrow(
      'The template refers to Gone, and there is no such resource.',
    );
    const odd = withProperty('Clock', 'ScheduleExpression', { 'Fn::GetAtt': ['Pool', 'ProviderName'] });
    expect(() => readSchedules(odd)).toThrow(
      'The local stack has no ProviderName for Pool (AWS::Cognito::UserPool)',
    );
  });

  it('stops at a function that does not name its source', () => {
    const { Metadata, ...rest } = smallTemplate().Resources.Echo;
    expect(Metadata).toBeDefined();
    expect(() => readFunctions(read({ Echo: rest }))).toThrow('The function Echo does not name its source');
  });

  it('stops at a route that points at nothing', () => {
    expect(() => readHttpApi(withProperty('ReadRoute', 'Target', 'integrations/Gone'))).toThrow(
      'The route ReadRoute points at integrations/Gone, which is not there.',
    );
  });
});

describe('a table of the template', () => {
  const { Table } = smallTemplate().Resources;

  it('becomes what CreateTable asks for', () => {
    expect(parseTable(Table)).toEqual({
      create: {
        AttributeDefinitions: Table.Properties.AttributeDefinitions,
        KeySchema: Table.Properties.KeySchema,
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      },
      expiryAttribute: 'ttl',
    });
  });

  it('stops at a property that nobody here knows', () => {
    const odd = { ...Table, Properties: { ...Table.Properties, KinesisStreamSpecification: {} } };
    expect(() => parseTable(odd)).toThrow('Properties.KinesisStreamSpecification is unknown to it');
  });

  it('is of a kind that holds items', () => {
    expect(() => parseTable({ Type: 'AWS::S3::Bucket' })).toThrow(
      'is a AWS::S3::Bucket, expected AWS::DynamoDB::Table',
    );
  });
});
