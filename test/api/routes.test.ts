/** The route table's own laws. */
import { describe, expect, it } from 'vitest';
import { areas } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';

/** A mail's unsubscribe link must work with one click of a mail program (RFC 8058): its signature stands for a person. */
const oneClick = 'unsubscribe';
/** Questions about wordings too long for an address; they store nothing, so whoever inspects may ask them too. */
const questions = ['classifyKpis', 'suggestCounterparts'];

describe('the route table', () => {
  it('names each operation and each address once', () => {
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  });

  it('serves every area', () => {
    expect(new Set(routes.map(({ area }) => area))).toEqual(new Set(areas));
  });

  it.each(routes.map((route) => [route.operationId, route] as const))(
    '%s is declared soundly',
    (_id, route) => {
      expect(route.path).toMatch(/^\/v1(\/([a-z.]+|\{[a-z]+\}))+$/);
      expect(Object.keys(route.params?.shape ?? {}).sort()).toEqual(
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      );
      if (route.method === 'GET') {
        expect(route.body).toBeUndefined();
        expect(route.versioned).toBeUndefined();
      } else {
        if (route.operationId === oneClick) return;
        expect(route.body).toBeDefined();
        expect(route.scope).toBeDefined();
        expect(route.access).not.toBe('public');
        if (!questions.includes(route.operationId)) expect(route.access).not.toContain('auditor');
      }
      if (route.scope === 'own-department') expect(route.access).toEqual(['department-head']);
    },
  );

  it('lets nobody write what names no version or changes many entities at once under a key, but drafts, previews, questions and the link that stops mail', () => {
    const free = routes.filter(
      ({ method, versioned, repeatable }) => method !== 'GET' && !versioned && !repeatable,
    );
    expect(free.map(({ operationId }) => operationId).sort()).toEqual(
      [...questions, 'previewSubmission', 'putDraft', oneClick].sort(),
    );
  });
});
