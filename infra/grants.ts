/**
 * What each function may do with the table and with mail, in one table: single actions, no wildcard. A transaction
 * needs the permission of each action in it, so ConditionCheckItem stands where a transaction checks another item.
 */
import type { FunctionSource } from './function-table.ts';

/** An action on the table itself. */
export type TableAction =
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'UpdateItem';

/** An action of the mail service; a mail with files, of which it makes MIME, needs the second. */
export type MailAction = 'SendEmail' | 'SendRawEmail';

/** What one function may do; what is not named is forbidden. */
export interface Grant {
  readonly table: readonly TableAction[];
  /** Names of the indexes that it may query. */
  readonly indexes: readonly string[];
  /** What it may do as the stage's mail identity. */
  readonly mail: readonly MailAction[];
}

const READ = ['BatchGetItem', 'GetItem', 'Query'] as const;

/** The grants by source of the function. */
export const grants: Readonly<Record<FunctionSource, Grant>> = {
  'functions/api/set-up.ts': { table: [...READ, 'ConditionCheckItem', 'PutItem'], indexes: [], mail: [] },
  'functions/api/submissions.ts': {
    table: [...READ, 'ConditionCheckItem', 'PutItem'],
    indexes: ['by-entity'],
    mail: [],
  },
  'functions/api/findings.ts': { table: [...READ, 'PutItem'], indexes: ['unresolved'], mail: [] },
  'functions/api/reports.ts': {
    table: [...READ, 'ConditionCheckItem', 'DeleteItem', 'PutItem'],
    indexes: ['unresolved'],
    mail: [],
  },
  'functions/api/paper.ts': { table: [...READ], indexes: [], mail: [] },
  'functions/api/audit.ts': { table: ['GetItem', 'Query'], indexes: ['by-entity'], mail: [] },
  'functions/api/imports.ts': { table: ['GetItem', 'PutItem', 'Query'], indexes: [], mail: [] },
  'functions/api/reorganise.ts': {
    table: [...READ, 'ConditionCheckItem', 'PutItem'],
    indexes: [],
    mail: [],
  },
  'functions/api/library.ts': { table: [...READ], indexes: [], mail: [] },
  'functions/api/catalogue.ts': { table: [], indexes: [], mail: [] },
  'functions/stream/apply.ts': {
    table: ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem', 'UpdateItem'],
    indexes: [],
    mail: [],
  },
  'functions/stream/evaluate.ts': {
    table: [...READ, 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'PutItem'],
    indexes: ['unresolved'],
    mail: [],
  },
  'functions/stream/read-kpis.ts': { table: ['BatchGetItem', 'GetItem', 'PutItem'], indexes: [], mail: [] },
  'functions/schedule/tick.ts': {
    table: [...READ, 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'],
    indexes: ['unresolved'],
    mail: [],
  },
  'functions/mail/send.ts': {
    table: ['GetItem', 'Query', 'UpdateItem'],
    indexes: [],
    mail: ['SendEmail', 'SendRawEmail'],
  },
  'functions/mail/events.ts': { table: ['UpdateItem'], indexes: [], mail: [] },
};
