/** The description says what the routes say, and the served file says it too. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApiPage } from '../../docs/openapi.ts';
import { routes } from '../../shared/api/routes.ts';
import { problemKinds } from '../../shared/domain/problem.ts';

const page = openApiPage();
const document = JSON.parse(page.text);
const operation = (operationId: string) => {
  const route = routes.find((one) => one.operationId === operationId);
  return document.paths[route?.path ?? ''][route?.method.toLowerCase() ?? ''];
};

const refsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)));
};

describe('docs/openapi.json', () => {
  it('is current: `node docs/generate.ts` writes it', () => {
    const file = readFileSync(new URL(`../../${page.path}`, import.meta.url), 'utf8');
    expect(file === page.text).toBe(true);
  });
});

describe('the description', () => {
  it('has every operation once, under its path and method', () => {
    const described = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId);
    expect(described.sort()).toEqual(routes.map(({ operationId }) => operationId).sort());
  });

  it.each(routes.map((route) => [route.operationId, route] as const))(
    '%s says what its route says',
    (id, route) => {
      const described = operation(id);
      expect(described.summary).toBe(route.summary);
      expect(described.security).toEqual(route.access === 'public' ? [] : undefined);
      expect(described.requestBody === undefined).toBe(route.body === undefined);
      expect(described.responses[route.status].content).toHaveProperty([
        route.media ?? 'application/json',
        'schema',
      ]);
      const names = (place: string) =>
        (described.parameters ?? [])
          .filter((one: { in: string }) => one.in === place)
          .map((one: { name: string }) => one.name);
      expect(names('path').sort()).toEqual(
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      );
      expect(names('header')).toEqual(
        route.versioned
          ? ['If-Match', 'If-None-Match', 'Idempotency-Key']
          : route.repeatable
            ? ['Idempotency-Key']
            : [],
      );
      if (route.access !== 'public') expect(described.responses).toHaveProperty('401');
    },
  );

  it('describes every refusal as a problem document', () => {
    const { responses } = operation('submitQuarter');
    const answerOf = ({ $ref }: { $ref: string }) =>
      document.components.responses[$ref.slice($ref.lastIndexOf('/') + 1)];
    for (const status of [
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '429',
      '500',
      '503',
    ])
      expect(answerOf(responses[status]).content['application/problem+json'].schema).toEqual({
        $ref: '#/components/schemas/Problem',
      });
    expect(new Set(Object.values(problemKinds)).size).toBe(13);
  });

  it('refers to nothing that it does not define', () => {
    for (const ref of refsIn(document)) {
      const place = ref.split('/').slice(1);
      expect(
        place.reduce((inner, key) => inner?.[key], document),
        ref,
      ).toBeDefined();
    }
  });

  it('takes no field that the server owns', () => {
    const body = operation('putKpi').requestBody.content['application/json'].schema;
    expect(body.additionalProperties).toBe(false);
    for (const owned of ['version', 'targets', 'changes', 'formerDepartments', 'statutory', 'id'])
      expect(body.properties).not.toHaveProperty(owned);
  });
});
