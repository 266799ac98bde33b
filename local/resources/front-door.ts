/** What the front door of a deployment does to every answer and to the page's paths, read from the template. */
import * as z from 'zod';
import type { Template } from '../template.ts';
import { deployOnly } from './resource.ts';

const Overriding = { Override: z.boolean() };

const HeadersPolicy = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: deployOnly('shown in the console'),
    Comment: deployOnly('shown in the console'),
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), ...Overriding }).optional(),
      ContentTypeOptions: z.strictObject(Overriding).optional(),
      FrameOptions: z.strictObject({ FrameOption: z.string(), ...Overriding }).optional(),
      ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), ...Overriding }).optional(),
      StrictTransportSecurity: deployOnly('a browser ignores it over http'),
    }),
    CustomHeadersConfig: z
      .strictObject({
        Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), ...Overriding })),
      })
      .optional(),
  }),
});

const EdgeFunction = z.strictObject({
  FunctionCode: z.string(),
  Name: deployOnly('shown in the console'),
  AutoPublish: deployOnly('a step of a deployment'),
  FunctionConfig: deployOnly('the runtime of CloudFront'),
});

/** The front door. */
export interface FrontDoor {
  /** Headers of every answer, page and API alike; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The path of the file that answers a path of the page. */
  rewrite(path: string): string;
}

/** Reads the headers, and takes the template's own code for the page's paths. */
export function readFrontDoor(template: Template): FrontDoor {
  const { properties } = template.one('AWS::CloudFront::ResponseHeadersPolicy', HeadersPolicy);
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
    properties.ResponseHeadersPolicyConfig;
  const headers: Record<string, string | undefined> = {
    'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
    'x-content-type-options': security.ContentTypeOptions && 'nosniff',
    'x-frame-options': security.FrameOptions?.FrameOption,
    'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
    ...Object.fromEntries((custom?.Items ?? []).map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
  const { FunctionCode } = template.one('AWS::CloudFront::Function', EdgeFunction).properties;
  const handler: unknown = new Function(`${FunctionCode}; return handler;`)();
  return {
    headers: z.record(z.string(), z.string()).parse(withoutGaps(headers)),
    rewrite: rewriteBy(handler),
  };
}

function withoutGaps(headers: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

function rewriteBy(handler: unknown): FrontDoor['rewrite'] {
  const call = z
    .function({ input: [z.unknown()], output: z.object({ uri: z.string() }) })
    .implement(handler as (event: unknown) => { uri: string });
  return (path) => call({ request: { uri: path, method: 'GET', headers: {}, querystring: {} } }).uri;
}
