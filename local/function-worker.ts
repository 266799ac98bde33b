/**
 * One instance of a function: a worker thread with its own environment that loads the bundle and answers one
 * invocation after the other. Event and answer cross as JSON, as they do in Lambda.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromInstance, InstanceData, ToInstance } from './function-instance.ts';
import { traceSourcesOf } from './source-trace.ts';

const { file, name, memory, arn } = workerData as InstanceData;
traceSourcesOf(file);
const loaded: { handler?: unknown } = createRequire(file)(file);
const { handler } = loaded;
if (typeof handler !== 'function') throw new Error(`${file} exports no function named handler`);

parentPort?.on('message', async (message: ToInstance) => {
  if (message.kind === 'environment') {
    process.env[message.name] = message.value;
    return;
  }
  const answer = await invoke(message).catch(describeError);
  parentPort?.postMessage(answer);
});

async function invoke({
  event,
  requestId,
  deadline,
}: Extract<ToInstance, { kind: 'invoke' }>): Promise<FromInstance> {
  const context = {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memory),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  const result: unknown = await (handler as (event: unknown, context: unknown) => unknown)(
    JSON.parse(event),
    context,
  );
  return { ok: true, payload: JSON.stringify(result ?? null) };
}

function describeError(error: unknown): FromInstance {
  if (!(error instanceof Error))
    return { ok: false, errorType: typeof error, errorMessage: String(error), trace: [] };
  return {
    ok: false,
    errorType: error.name,
    errorMessage: error.message,
    trace: (error.stack ?? '').split('\n'),
  };
}
