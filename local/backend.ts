/**
 * Everything behind the address: table, functions, streams, schedules and mail, tied together as the template says.
 */
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Endpoint } from './answer.ts';
import { openAsyncInvoker } from './async-invoke.ts';
import { LOCAL_AWS, localAwsEnvironment } from './aws.ts';
import type { BusinessClock } from './business-clock.ts';
import type { DataFolder } from './data-folder.ts';
import { type Failures, openFailures } from './failures.ts';
import { type Functions, type FunctionsProps, openFunctions } from './functions.ts';
import type { LocalTable } from './local-table.ts';
import { SES_PATH, serveMailApi } from './mail.ts';
import { openMailTeller } from './mail-events.ts';
import type { MailStore } from './mail-store.ts';
import { readAsyncBounds, readEventRules, readSchedules } from './resources/delivery.ts';
import { readEventSources } from './resources/event-source.ts';
import { type LambdaFunction, readFunctions } from './resources/lambda-function.ts';
import { type NextTime, readExpression, type Scheduler, startScheduler } from './schedule.ts';
import { StartError } from './start-error.ts';
import { type StreamPump, startStreamPump } from './stream.ts';
import type { Template } from './template.ts';

/** Milliseconds before a failed invocation is tried again, the first time. */
const RETRY_DELAY = 200;

export interface BackendProps {
  readonly template: Template;
  readonly data: DataFolder;
  readonly clock: BusinessClock;
  readonly mails: MailStore;
  readonly bundles: FunctionsProps['bundles'];
  readonly table: LocalTable;
  /** Address of DynamoDB Local. */
  readonly dynamoDb: string;
  /** Address at which the functions reach the local stack. */
  readonly origin: string;
  /** Told, in a line, of what went wrong in the background. */
  readonly onTrouble: (line: string) => void;
}

/** The running backend. */
export interface Backend {
  readonly functions: Functions;
  readonly failures: Failures;
  readonly scheduler: Scheduler;
  /** When the first schedule strikes after a given time. */
  readonly nextTick: NextTime;
  /** The SendEmail call of SES. */
  readonly mailApi: Endpoint;
  /** Resolves when nothing is in the stream, nothing runs, and nothing started in between. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it. Throws a StartError for what the template asks and nobody here can do. */
export function startBackend(props: BackendProps): Backend {
  const { template, data, clock, mails } = props;
  const failures = openFailures(data.file('failures.jsonl'));
  const functions = startFunctions(readFunctions(template), props);
  clock.onMove((offset) => functions.setEnvironment('CLOCK_OFFSET_MS', String(offset)));
  const bounds = readAsyncBounds(template);
  const invoker = openAsyncInvoker({ functions, bounds, failures, retryDelay: RETRY_DELAY });
  const schedules = readSchedules(template);
  const [first] = schedules;
  if (first === undefined)
    throw new StartError('The local stack expects a schedule in the template, found none.');
  const scheduler = startScheduler({ schedules, clock, invoker });
  const pumps = startPumps(props, functions, failures);
  const tell = openMailTeller({ rules: readEventRules(template), store: mails, invoker });
  for (const mail of mails.list()) if (!mail.told) void tell(mail);
  const mailApi = serveMailApi({ store: mails, clock, onAccepted: (mail) => void tell(mail) });
  const settle = async (): Promise<void> => {
    let before: number;
    do {
      before = functions.count();
      for (const pump of pumps) await pump.drain();
      while (functions.running() > 0 || invoker.pending() > 0)
        await new Promise((resolve) => setTimeout(resolve, 5));
    } while (functions.count() !== before);
  };
  const stop = async (): Promise<void> => {
    scheduler.stop();
    await Promise.all([...pumps.map((pump) => pump.stop()), functions.stop()]);
  };
  return { functions, failures, scheduler, nextTick: readExpression(first), mailApi, settle, stop };
}

function startFunctions(functions: readonly LambdaFunction[], props: BackendProps): Functions {
  const { data, clock, bundles, dynamoDb, origin, onTrouble } = props;
  const sourceOf = new Map(functions.map(({ id, source }) => [id, source]));
  return openFunctions({
    functions,
    bundles,
    logs: data.folder('logs'),
    environment: {
      ...localAwsEnvironment(dynamoDb),
      AWS_CONFIG_FILE: data.file('no-config'),
      AWS_SHARED_CREDENTIALS_FILE: data.file('no-credentials'),
      AWS_ENDPOINT_URL_SESV2: `${origin}${SES_PATH}`,
      CLOCK_OFFSET_MS: String(clock.offset()),
      MAIL_REDIRECT_TO: '',
    },
    onFailure: (id, { errorType, errorMessage }) =>
      onTrouble(
        `${sourceOf.get(id) ?? id} failed: ${errorType}: ${errorMessage.split('\n')[0]} (see ${data.file('logs')})`,
      ),
  });
}

function startPumps(props: BackendProps, functions: Functions, failures: Failures): StreamPump[] {
  const { template, data, table, dynamoDb, onTrouble } = props;
  const client = new DynamoDBStreamsClient({ ...LOCAL_AWS, endpoint: dynamoDb, maxAttempts: 1 });
  const checkpoints = data.folder('checkpoints');
  return readEventSources(template).map((source) =>
    startStreamPump({
      client,
      streamArn: table.streamArn,
      source,
      functions,
      failures,
      checkpointFile: `${checkpoints}/${source.id}.json`,
      retryDelay: RETRY_DELAY,
      onError: (error) => onTrouble(`The stream can't be read: ${String(error)}`),
    }),
  );
}
