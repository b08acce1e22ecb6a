// The secret that signs the messages of the hand-off: made here, told to the receiver by a person, in no file.
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { DistrictKeys } from '../storage/keys.ts';

export class HandoffSecret extends Construct {
  readonly secret: secretsmanager.Secret;

  constructor(scope: Construct, id: string, { naming, keys }: { naming: Naming; keys: DistrictKeys }) {
    super(scope, id);
    this.secret = new secretsmanager.Secret(this, 'Secret', {
      secretName: naming.name('handoff'),
      description: 'Signs what is handed to the case-management system',
      encryptionKey: keys.operations,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    const why =
      'The receiver has to learn a new one first: a person puts it in on the day that both agreed on.';
    acknowledge(this.secret, 'AwsSolutions-SMG4', why);
    acknowledge(this.secret, 'NIST.800.53.R5-SecretsManagerRotationEnabled', why);
  }
}
