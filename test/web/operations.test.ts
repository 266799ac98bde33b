// The client's table of operations is a view of the routes: nothing missing, nothing more, nothing different.
import { describe, expect, it } from 'vitest';
import { operations } from '../../shared/api/operations.ts';
import { routes } from '../../shared/api/routes.ts';

describe('operations', () => {
  it('name every route with its method, its path and whether it is versioned', () => {
    const fromRoutes = Object.fromEntries(
      routes.map(({ operationId, method, path, ...route }) => [
        operationId,
        'versioned' in route && route.versioned === true ? [method, path, 'versioned'] : [method, path],
      ]),
    );
    expect(operations).toEqual(fromRoutes);
  });
});
