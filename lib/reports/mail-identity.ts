// The address that digests and letters come from, as SES knows it: signed, over TLS only, bounces never written to again.
import * as ses from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { domainOf } from './mail-permissions.ts';

export class MailIdentity extends Construct {
  readonly set: ses.ConfigurationSet;

  constructor(scope: Construct, id: string, { naming, from }: { naming: Naming; from: string }) {
    super(scope, id);
    this.set = new ses.ConfigurationSet(this, 'Set', {
      configurationSetName: naming.name('mail'),
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.domain(domainOf(from)),
      configurationSet: this.set,
      // Bounces go to the list of refused addresses; a mail about them would itself be a mail.
      feedbackForwarding: false,
    });
  }
}
