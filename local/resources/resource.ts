/**
 * A resource of a CloudFormation template, read strictly. The local stack must not silently lack something that is
 * deployed, so a property that nobody here has thought about is an error that names its path.
 */
import * as z from 'zod';
import { StartError } from '../start-error.ts';

/** A resource as a template holds it. */
export const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).optional(),
});
export type Resource = z.infer<typeof Resource>;

/** A property that has a meaning only where the stack is deployed; the reason why it is not interpreted here. */
export function deployOnly(reason: string) {
  return z.unknown().optional().describe(`deploy only: ${reason}`);
}

/**
 * Reads the properties of a resource of one of the given kinds.
 * Throws a StartError that names every path that is unknown or of another form.
 */
export function parseProperties<S extends z.ZodType>(
  kinds: readonly string[],
  schema: S,
  resource: unknown,
  logicalId = 'resource',
): z.infer<S> {
  const { Type, Properties } = Resource.parse(resource);
  if (!kinds.includes(Type)) {
    throw new StartError(`${logicalId} is a ${Type}, expected ${kinds.join(' or ')}.`);
  }
  const parsed = schema.safeParse(Properties);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap(describeIssue).join('; ');
  throw new StartError(`The local stack can't interpret ${logicalId} (${Type}): ${problems}.`);
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const at = (more: readonly PropertyKey[]): string =>
    ['Properties', ...issue.path, ...more].map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${at([key])} is unknown to it`);
  return [`${at([])}: ${issue.message}`];
}
