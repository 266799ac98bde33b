// What a flow gets in a Lambda: the table, a log of one line an event, the machine's clock. Made once a process.
import { Logger } from '@aws-lambda-powertools/logger';
import type { FlowDeps } from '../flows/deps.ts';
import { openTable, type Table } from '../table/table.ts';
import { flowEnv } from './flow-env.ts';

let table: Table | undefined;
let logger: Logger | undefined;

/** The flow's dependencies; `serviceName` marks its log lines. */
export const flowDeps = (serviceName: string): FlowDeps => {
  table ??= openTable(flowEnv().TABLE_NAME);
  logger ??= new Logger({ serviceName });
  const lines = logger;
  return {
    table,
    machineNow: Date.now,
    log: (level, message, fields) => lines[level](message, { ...fields }),
  };
};
