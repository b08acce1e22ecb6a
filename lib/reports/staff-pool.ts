// Who signs in: accounts of the district's staff with a second factor, or the district's own sign-in by SAML.
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';

export interface StaffPoolProps {
  readonly district: District;
  readonly naming: Naming;
  /** Address of the portal, without a slash at its end. */
  readonly portal: string;
}

export class StaffPool extends Construct {
  readonly pool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;
  /** Where people sign in. */
  readonly address: string;

  constructor(scope: Construct, id: string, { district, naming, portal }: StaffPoolProps) {
    super(scope, id);
    const { minutes, saml } = district.reports.site.signIn;
    this.pool = new cognito.UserPool(this, 'Pool', {
      userPoolName: naming.name('staff'),
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      customAttributes: {
        // Nobody can change them from outside: the client's tokens open no user operations.
        role: new cognito.StringAttribute({ mutable: true, maxLen: 40 }),
        school: new cognito.StringAttribute({ mutable: true, maxLen: 100 }),
      },
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const provider =
      saml &&
      new cognito.UserPoolIdentityProviderSaml(this, 'District', {
        userPool: this.pool,
        name: 'district',
        metadata: cognito.UserPoolIdentityProviderSamlMetadata.url(saml.metadata),
        attributeMapping: {
          email: cognito.ProviderAttribute.other('email'),
          custom: {
            'custom:role': cognito.ProviderAttribute.other(saml.role),
            'custom:school': cognito.ProviderAttribute.other(saml.school),
          },
        },
      });
    const own = cognito.UserPoolClientIdentityProvider;
    this.client = this.pool.addClient('Portal', {
      userPoolClientName: naming.name('portal'),
      // The code is exchanged with a proof of its own (PKCE) by a function; no password ever meets us.
      generateSecret: false,
      authFlows: {},
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: [`${portal}/sign-in/back`],
        logoutUrls: [`${portal}/sign-in/closed`],
      },
      supportedIdentityProviders: [provider === undefined ? own.COGNITO : own.custom('district')],
      idTokenValidity: Duration.minutes(minutes),
      accessTokenValidity: Duration.minutes(minutes),
      refreshTokenValidity: Duration.minutes(Math.max(60, minutes)),
    });
    if (provider !== undefined) this.client.node.addDependency(provider);
    // The account in it makes the name unique in the world.
    const prefix = `${naming.name('staff')}-${Aws.ACCOUNT_ID}`;
    this.pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: prefix } });
    this.address = `https://${prefix}.auth.${Aws.REGION}.amazoncognito.com`;
  }
}
