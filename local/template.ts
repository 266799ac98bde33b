/**
 * The template that a deployment would use, made in this process, and read as the only source of what runs here:
 * references are replaced by local names, and what nobody here has thought about stops the start.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { LOCAL_AWS } from './aws.ts';
import { type References, resolve } from './intrinsics.ts';
import { ACCOUNT, type Address, deployOnlyKinds, interpretedKinds } from './kinds.ts';
import { parseProperties, Resource } from './resources/resource.ts';
import { StartError } from './start-error.ts';

/** A resource with its references replaced, its properties parsed. */
export interface Read<T> {
  /** Logical id in the template. */
  readonly id: string;
  readonly properties: T;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A template that can be asked for the resources of a kind. */
export interface Template {
  /** All resources of an interpreted kind. Throws a StartError that names what the schema does not know. */
  all<S extends z.ZodType>(kind: string, schema: S): Read<z.infer<S>>[];
  /** The only one. Throws a StartError when there are none or several. */
  one<S extends z.ZodType>(kind: string, schema: S): Read<z.infer<S>>;
}

const Raw = z.object({ Resources: z.record(z.string(), Resource) });

/** Synthesises the stack as it would be deployed to the stage `dev`, without bundling; takes about a second. */
export async function synthesise(): Promise<unknown> {
  const { alignmentApp } = await import('../infra/alignment-app.ts');
  const outdir = await mkdtemp(join(tmpdir(), 'counterpart-'));
  const { app, stack } = alignmentApp({ bundling: false, validation: false, outdir });
  const template: unknown = app.synth().getStackByName(stack.stackName).template;
  await rm(outdir, { recursive: true });
  return template;
}

/** Reads a synthesised template for a stack at this address. Throws a StartError for a kind that nobody knows. */
export function readTemplate(raw: unknown, address: Address): Template {
  const resources = Object.entries(Raw.parse(raw).Resources);
  for (const [id, { Type }] of resources) requireKnown(id, Type);
  const references = localReferences(new Map(resources), address);
  const all: Template['all'] = (kind, schema) =>
    resources
      .filter(([, { Type }]) => Type === kind)
      .map(([id, resource]) => {
        const Properties = resolve(resource.Properties, references, `${id}.Properties`);
        const properties = parseProperties([kind], schema, { ...resource, Properties }, id);
        return { id, properties, metadata: resource.Metadata ?? {} };
      });
  const one: Template['one'] = (kind, schema) => {
    const [found, ...others] = all(kind, schema);
    if (found !== undefined && others.length === 0) return found;
    throw new StartError(
      `The local stack expects one ${kind} in the template, found ${found ? others.length + 1 : 0}.`,
    );
  };
  return { all, one };
}

function requireKnown(id: string, kind: string): void {
  if (Object.hasOwn(interpretedKinds, kind) || Object.hasOwn(deployOnlyKinds, kind)) return;
  throw new StartError(
    `The local stack can't interpret ${id}: it does not know the kind ${kind} (see local/kinds.ts).`,
  );
}

function localReferences(resources: ReadonlyMap<string, Resource>, address: Address): References {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Region': LOCAL_AWS.region,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'counterpart-local',
  };
  const find = (id: string): { readonly id: string; readonly kind: string } => {
    const kind = resources.get(id)?.Type;
    if (kind !== undefined) return { id, kind };
    throw new StartError(`The template refers to ${id}, and there is no such resource.`);
  };
  return {
    ref: (id) => pseudo[id] ?? find(id).id,
    attribute: (id, name) => {
      const { kind } = find(id);
      if (kind === 'AWS::CloudFront::Distribution' && name === 'DomainName') return address.host;
      if (Object.hasOwn(deployOnlyKinds, kind)) return `${id}.${name}`;
      const known = interpretedKinds[kind]?.[name];
      if (known) return known(id, address);
      throw new StartError(`The local stack has no ${name} for ${id} (${kind}) (see local/kinds.ts).`);
    },
    text: (joined) => joined.replaceAll(`https://${address.host}`, address.origin),
  };
}
