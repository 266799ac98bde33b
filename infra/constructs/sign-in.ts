/**
 * Who may sign in. Accounts are made by an operator or by an analyst's invitation, never by the person; a second
 * factor is always asked for. The group `org-<id>` that says to which organisation a person belongs is made with the
 * organisation, so none stands here; everything else about a person is in the member record.
 */
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPool,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { type OptOut, recordOptOut } from '../opt-out.ts';

export interface SignInProps {
  readonly stage: string;
  /** Prefix of the sign-in domain; undefined: made from stage and account, so that it is free. */
  readonly prefix: string | undefined;
  /** The people go with the stack, for the given reason. */
  readonly disposable: OptOut | undefined;
}

/** The user pool with the domain of its sign-in pages. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  /** Address of the sign-in pages, without a slash at the end. */
  readonly address: string;
  /** The `iss` of every token. */
  readonly issuer: string;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    this.pool = this.makePool(props.disposable);
    const domainPrefix = props.prefix ?? `counterpart-${props.stage}-${Aws.ACCOUNT_ID}`;
    this.address = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } }).baseUrl();
    this.issuer = this.pool.userPoolProviderUrl;
  }

  /**
   * A public client: authorization code with PKCE, access tokens of a quarter of an hour. A sign-in and a sign-out may
   * return to the given addresses only.
   */
  addPageClient(returnUrls: readonly string[]): UserPoolClient {
    return new UserPoolClient(this, 'Client', {
      userPool: this.pool,
      generateSecret: false,
      authFlows: { userSrp: true },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [...returnUrls],
        logoutUrls: [...returnUrls],
      },
    });
  }

  private makePool(disposable: OptOut | undefined): UserPool {
    const pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: PASSWORD,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: disposable === undefined,
      removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    if (disposable) recordOptOut(pool.node.defaultChild as CfnUserPool, 'deletion-protection', disposable);
    return pool;
  }
}

const PASSWORD = {
  minLength: 12,
  requireDigits: true,
  requireLowercase: true,
  requireSymbols: true,
  requireUppercase: true,
  passwordHistorySize: 5,
  tempPasswordValidity: Duration.days(3),
};
