// The key pair behind signed cookies: made inside the account, the private half in a secret, the public half at CloudFront.
import { CustomResource, Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { DistrictKeys } from '../storage/keys.ts';

export interface SigningSecretProps {
  readonly naming: Naming;
  readonly keys: DistrictKeys;
}

/** Holds nothing until the key is made. */
export class SigningSecret extends Construct {
  readonly secret: secretsmanager.Secret;

  constructor(scope: Construct, id: string, { naming, keys }: SigningSecretProps) {
    super(scope, id);
    this.secret = new secretsmanager.Secret(this, 'Secret', {
      secretName: naming.name('portal-signing'),
      description: "Signs the cookies that open the portal's pages",
      encryptionKey: keys.portal,
    });
    const why =
      'A new pair needs CloudFront to learn its public half first: reports.site.signingKey of the district file makes one.';
    acknowledge(this.secret, 'AwsSolutions-SMG4', why);
    acknowledge(this.secret, 'NIST.800.53.R5-SecretsManagerRotationEnabled', why);
  }
}

export interface SigningKeyProps {
  readonly naming: Naming;
  /** Another number makes another pair. */
  readonly version: number;
  /** Makes the pair and answers with its public half. */
  readonly maker: lambda.IFunction;
}

export class SigningKey extends Construct {
  readonly group: cloudfront.KeyGroup;
  readonly publicKeyId: string;

  constructor(scope: Construct, id: string, { naming, version, maker }: SigningKeyProps) {
    super(scope, id);
    const pair = new CustomResource(this, 'Pair', {
      serviceToken: maker.functionArn,
      serviceTimeout: Duration.minutes(2),
      resourceType: 'Custom::SigningKeyPair',
      properties: { version: String(version) },
    });
    // A public key can't be changed: another version is another key, under another name.
    const key = new cloudfront.PublicKey(this, `Public${version}`, {
      publicKeyName: naming.name(`portal-${version}`),
      encodedKey: pair.getAttString('publicKey'),
    });
    this.group = new cloudfront.KeyGroup(this, 'Group', {
      keyGroupName: naming.name('portal'),
      items: [key],
    });
    this.publicKeyId = key.publicKeyId;
  }
}
