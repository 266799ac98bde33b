// What belongs to no organisation: whether the service answers, what it can do, and by which checks it judges.
import openApi from '../../docs/openapi.json' with { type: 'json' };
import { catalogueRoutes } from '../../shared/api/routes/catalogue.ts';
import { catalogue, checkOf } from '../../shared/checks/catalogue.ts';
import type { Check } from '../../shared/checks/check.ts';
import { rulesVersion } from '../../shared/checks/rules-version.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';

const viewOf = ({ meta }: Check) => ({
  id: meta.id,
  title: meta.title,
  subject: meta.pair?.kind ?? meta.anchor,
  levels: [...meta.levels],
  question: meta.question,
  why: meta.why,
  remedy: meta.remedy,
  thresholds: [...(meta.thresholds ?? [])],
  onByDefault: meta.onByDefault ?? true,
});

/** The handler of the public routes. */
export const handler = apiHandler(catalogueRoutes, {
  getHealth: async (call) => call.reply({ status: 'ok', rulesVersion }),
  getOpenApi: async (call) => call.reply(openApi),
  listChecks: async (call) => call.reply({ items: catalogue.map(viewOf) }),
  getCheck: async (call) => {
    const check = checkOf(call.params.id);
    if (check === undefined) throw new Refusal('not-found', `There is no check “${call.params.id}”.`);
    return call.reply(viewOf(check));
  },
});
