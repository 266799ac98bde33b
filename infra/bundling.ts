/**
 * How a function becomes one file. CommonJS, because importing node:http as an ES module costs about 30 ms at a cold
 * start; `module` before `main`, because the ES sources of the packages shake down to two thirds. The AWS SDK is
 * bundled too: the runtime's copy is not the one that was tested.
 */
import type { BuildOptions } from 'esbuild';

/**
 * What the SDK imports only on occasions that a function does not have, and what those imports drag along: ways to
 * credentials besides the environment's keys, which a function always has, and event streams, which neither DynamoDB
 * nor SES uses. Left out, each bundle is 150 KB lighter.
 */
const NEVER_IMPORTED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/core/event-streams',
  '@smithy/credential-provider-imds',
];

/**
 * The options that the deployed bundle, the benchmark and the local stack share; esbuild's own names. A native module
 * is copied beside the bundle that requires it, and fonts go into it: so the function that sets paper is bundled like
 * any other, without Docker and without a network.
 */
export const bundleOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  mainFields: ['module', 'main'],
  external: NEVER_IMPORTED,
  loader: { '.node': 'copy', '.ttf': 'binary' },
} as const satisfies BuildOptions;
