/** A function of the template: where its source is, its environment, and the bounds that hold here too. */
import * as z from 'zod';
import { StartError } from '../start-error.ts';
import type { Template } from '../template.ts';
import { deployOnly } from './resource.ts';

const Properties = z.strictObject({
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  Timeout: z.int().min(1).max(900).default(3),
  MemorySize: z.int().min(128).default(128),
  Handler: z.literal('index.handler'),
  Runtime: z.string().regex(/^nodejs\d+\.x$/),
  Architectures: deployOnly('the machine is what it is'),
  Code: deployOnly('the source is bundled here; Metadata names it'),
  Description: deployOnly('shown in the console'),
  FunctionName: deployOnly('the logical id serves'),
  LoggingConfig: deployOnly('logs are files in the data folder'),
  Role: deployOnly('IAM'),
  Tags: deployOnly('billing'),
  TracingConfig: deployOnly('X-Ray'),
});

/** One function. */
export interface LambdaFunction {
  /** Logical id; other resources name the function by it, or by its ARN that ends with it. */
  readonly id: string;
  /** Path of the TypeScript source from the root of the repository. */
  readonly source: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds after which an invocation is ended. */
  readonly timeout: number;
  /** Megabytes, as deployed. */
  readonly memory: number;
}

/** The functions of the template. Throws a StartError when one does not name its source. */
export function readFunctions(template: Template): LambdaFunction[] {
  return template.all('AWS::Lambda::Function', Properties).map(({ id, properties, metadata }) => ({
    id,
    source: sourceOf(id, metadata),
    environment: properties.Environment?.Variables ?? {},
    timeout: properties.Timeout,
    memory: properties.MemorySize,
  }));
}

/** The logical id out of a function's ARN or name. */
export function functionIdOf(arnOrName: string): string {
  return arnOrName.split(':function:').at(-1) ?? arnOrName;
}

function sourceOf(id: string, metadata: Readonly<Record<string, unknown>>): string {
  const source = metadata['counterpart:source'];
  if (typeof source === 'string') return source;
  throw new StartError(
    `The function ${id} does not name its source, expected Metadata "counterpart:source".`,
  );
}
