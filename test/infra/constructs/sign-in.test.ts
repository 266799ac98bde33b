import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { SignIn } from '../../../infra/constructs/sign-in.ts';
import { DISPOSABLE, loneStack } from './lone-stack.ts';

function signInOf(disposable: typeof DISPOSABLE | undefined, prefix?: string): Template {
  const stack = loneStack();
  new SignIn(stack, 'SignIn', { stage: 'dev', prefix, disposable }).addPageClient(['https://page.example/']);
  return Template.fromStack(stack);
}

describe('the sign-in', () => {
  it('asks everybody for a second factor, an app, and lets nobody sign up', () => {
    signInOf(undefined).hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
  });

  it('wants strong passwords', () => {
    signInOf(undefined).hasResourceProperties('AWS::Cognito::UserPool', {
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          RequireUppercase: true,
          TemporaryPasswordValidityDays: 3,
        },
      },
    });
  });

  it('has one public client: code with PKCE, access tokens of 15 minutes', () => {
    signInOf(undefined).hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: 15,
      TokenValidityUnits: { AccessToken: 'minutes' },
      CallbackURLs: ['https://page.example/'],
      LogoutURLs: ['https://page.example/'],
    });
  });

  it('makes the prefix of its domain from stage and account, or takes the given one', () => {
    signInOf(undefined).hasResourceProperties('AWS::Cognito::UserPoolDomain', {
      Domain: { 'Fn::Join': ['', ['counterpart-dev-', { Ref: 'AWS::AccountId' }]] },
    });
    signInOf(undefined, 'acme-kpi').hasResourceProperties('AWS::Cognito::UserPoolDomain', {
      Domain: 'acme-kpi',
    });
  });

  it('makes no group: organisations come later', () => {
    signInOf(undefined).resourceCountIs('AWS::Cognito::UserPoolGroup', 0);
  });

  it('keeps its people unless a reason is given', () => {
    signInOf(undefined).hasResource('AWS::Cognito::UserPool', {
      Properties: { DeletionProtection: 'ACTIVE' },
      DeletionPolicy: 'Retain',
    });
    signInOf(DISPOSABLE).hasResource('AWS::Cognito::UserPool', {
      Properties: { DeletionProtection: Match.not('ACTIVE') },
      DeletionPolicy: 'Delete',
      Metadata: { 'counterpart:opt-out:deletion-protection': 'a test' },
    });
  });
});
