/** The sign-in of the template: the client that the page is, where a sign-in may return to, and how long tokens live. */
import * as z from 'zod';
import { StartError } from '../start-error.ts';
import type { Template } from '../template.ts';
import { deployOnly } from './resource.ts';

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const TimeUnit = z.enum(['seconds', 'minutes', 'hours', 'days']);

const accounts = deployOnly('accounts, passwords and second factors: the local provider has none');

const Pool = z.strictObject({
  AccountRecoverySetting: accounts,
  AdminCreateUserConfig: accounts,
  AutoVerifiedAttributes: accounts,
  DeletionProtection: deployOnly('guards a deployed pool'),
  EmailConfiguration: accounts,
  EmailVerificationMessage: accounts,
  EmailVerificationSubject: accounts,
  EnabledMfas: accounts,
  MfaConfiguration: accounts,
  Policies: accounts,
  SmsVerificationMessage: accounts,
  UserAttributeUpdateSettings: accounts,
  UserPoolAddOns: accounts,
  UserPoolTier: deployOnly('a price'),
  UsernameAttributes: accounts,
  UsernameConfiguration: accounts,
  VerificationMessageTemplate: accounts,
});

const Client = z.strictObject({
  UserPoolId: z.string(),
  GenerateSecret: z.literal(false),
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthFlowsUserPoolClient: z.literal(true),
  AllowedOAuthScopes: z.array(z.string()),
  CallbackURLs: z.array(z.string()).min(1),
  LogoutURLs: z.array(z.string()),
  AccessTokenValidity: z.number(),
  TokenValidityUnits: z.strictObject({ AccessToken: TimeUnit, IdToken: TimeUnit, RefreshToken: TimeUnit }),
  IdTokenValidity: deployOnly('the id token lives as long as the access token'),
  RefreshTokenValidity: deployOnly('a refresh token lives as long as the local stack runs'),
  EnableTokenRevocation: deployOnly('no route here looks at revocation'),
  ExplicitAuthFlows: accounts,
  PreventUserExistenceErrors: accounts,
  SupportedIdentityProviders: accounts,
});

/** How people sign in. */
export interface SignIn {
  readonly clientId: string;
  /** Addresses to which a sign-in may return. */
  readonly callbackUrls: readonly string[];
  /** Addresses to which a sign-out may return. */
  readonly logoutUrls: readonly string[];
  /** Seconds that an access token lives. */
  readonly tokenSeconds: number;
}

/** Reads pool and client. Throws a StartError unless there is one client of one pool. */
export function readSignIn(template: Template): SignIn {
  const pool = template.one('AWS::Cognito::UserPool', Pool);
  const { id, properties } = template.one('AWS::Cognito::UserPoolClient', Client);
  if (properties.UserPoolId !== pool.id) {
    throw new StartError(`The client ${id} belongs to ${properties.UserPoolId}, expected ${pool.id}.`);
  }
  return {
    clientId: id,
    callbackUrls: properties.CallbackURLs,
    logoutUrls: properties.LogoutURLs,
    tokenSeconds: properties.AccessTokenValidity * SECONDS[properties.TokenValidityUnits.AccessToken],
  };
}
