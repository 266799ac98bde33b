// The frame of every API function: who asks, may he or she, what is asked, was it done before, and the answer held
// against what its route declares. Each function gives only its answers.
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../api/route.ts';
import { Refusal } from '../domain/problem.ts';
import type { GivenAnswer } from '../domain/writing.ts';
import type { ApiStore } from './api-store.ts';
import { askedOf } from './asked.ts';
import type { AnswersOf, MemberCall, PublicCall } from './call.ts';
import { callerOf } from './caller.ts';
import { businessNow } from './clock.ts';
import { bytesAnswer, type HttpAnswer, httpAnswer } from './http-answer.ts';
import { idempotencyKey, once, repeatable } from './idempotency.ts';
import { memberCall, publicCall, writingOf } from './member-call.ts';
import { seenIn } from './precondition.ts';
import { refusals, type Trail, trailOf } from './refusals.ts';
import { type HttpRequest, requestOf } from './request.ts';

type Answer = (call: PublicCall<Route> | MemberCall<Route>) => Promise<GivenAnswer>;

const answerMember = async (
  route: Route,
  answer: Answer,
  request: HttpRequest,
  store: ApiStore,
  trail: Trail,
): Promise<GivenAnswer> => {
  const caller = await callerOf(request, route, store, trail);
  const asked = askedOf(route, request);
  const seen = route.versioned ? seenIn(request.headers) : undefined;
  const key = route.versioned || route.repeatable ? idempotencyKey(request.headers) : undefined;
  const named = repeatable(key, [
    route.operationId,
    asked.params ?? null,
    asked.body ?? null,
    seen?.version ?? null,
  ]);
  const parts = { route, asked, now: businessNow(), caller, store, seen, request: named };
  const writing = writingOf(parts);
  const carryOut = () => answer(memberCall(parts, writing));
  return named === undefined ? carryOut() : once(() => store.answered(writing), carryOut);
};

const answering =
  (route: Route, answer: Answer, store: ApiStore | undefined) =>
  async (event: object): Promise<HttpAnswer> => {
    const trail = trailOf(event);
    trail.operation = route.operationId;
    const request = requestOf(event);
    if (route.access === 'public')
      return httpAnswer(await answer(publicCall(route, askedOf(route, request), businessNow())));
    if (store === undefined) throw new Error(`${route.operationId} is not public and has no store`);
    const given = await answerMember(route, answer, request, store, trail);
    return route.media === undefined ? httpAnswer(given) : bytesAnswer(given, route.media);
  };

/** Milliseconds before Lambda ends the function in which a refusal can still be written. */
const answerBefore = 300;

/** A handler of the HTTP API. */
export type ApiHandler = (event: unknown, context?: unknown) => Promise<HttpAnswer>;

/**
 * The handler of an area's routes: an answer for each, and the store unless all of them are public. Whatever happens,
 * it answers; it never throws.
 */
export const apiHandler = <Routes extends readonly Route[]>(
  routes: Routes,
  answers: AnswersOf<NoInfer<Routes>[number]>,
  store?: ApiStore,
): ApiHandler => {
  const byOperation = answers as unknown as Readonly<Record<string, Answer>>;
  const routed = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes: routes.map((route) => ({
      method: route.method,
      path: route.path,
      handler: answering(route, byOperation[route.operationId] as Answer, store),
    })),
    notFoundResponse: () => {
      throw new Refusal('not-found', 'There is no such address.');
    },
  });
  const handler = middy(routed, { timeoutEarlyInMillis: answerBefore }).use(refusals());
  return handler as unknown as ApiHandler;
};
