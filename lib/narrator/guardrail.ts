// What stands between the narrator and a model: no personal data, no topics that reports keep away from, only grounded prose.
import { createHash } from 'node:crypto';
import { RemovalPolicy } from 'aws-cdk-lib';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';

/**
 * Names are not among them: schools are named after people, and the check can't tell the two apart. That no person is
 * named is proven before (no fact about a student is sent) and after (the verifier refuses every name it does not know).
 */
const PERSONAL = [
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'USERNAME',
  'PASSWORD',
  'IP_ADDRESS',
  'MAC_ADDRESS',
  'DRIVER_ID',
  'US_SOCIAL_SECURITY_NUMBER',
  'US_PASSPORT_NUMBER',
  'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  'CREDIT_DEBIT_CARD_NUMBER',
] as const;

/** Keys of the lake: in a text they are a mistake of ours. */
const KEYS = {
  'student-key': 's[0-9a-f]{19}',
  pseudonym: '\\b[0-9a-f]{32}\\b',
} as const;

const TOPICS = {
  'single-student': {
    definition:
      'Anything about one particular student, family or member of staff instead of a school or a group.',
    examples: ['Which student missed the most days?', 'Her parents did not answer.'],
  },
  diagnosis: {
    definition:
      'Medical, psychological or behavioral diagnoses, or guesses about the cause of absence or of low marks.',
    examples: ['Absence rose because of depression.', 'These students are likely to have ADHD.'],
  },
  discipline: {
    definition: 'Recommendations to punish, suspend, expel, prosecute or report students or families.',
    examples: ['Refer these families to court.', 'Suspend students who miss ten days.'],
  },
  immigration: {
    definition: 'Immigration or citizenship status of students or their families.',
    examples: ['Many of the absent students are undocumented.'],
  },
} as const;

/** 0 to 0.99; below it an answer is refused. The verifier checks the arithmetic, which this check does not judge. */
const GROUNDED = 0.75;
const RELEVANT = 0.5;

export interface NarratorGuardrailProps {
  readonly naming: Naming;
  readonly key: kms.IKey;
}

export class NarratorGuardrail extends Construct {
  readonly arn: string;
  readonly id: string;
  /** Name of the parameter that says the version: an output of the stack could not change while another stack reads it. */
  readonly versionParameter: string;

  constructor(scope: Construct, id: string, { naming, key }: NarratorGuardrailProps) {
    super(scope, id);
    const policy = {
      topicPolicyConfig: {
        topicsConfig: Object.entries(TOPICS).map(([name, { definition, examples }]) => ({
          name,
          definition,
          examples: [...examples],
          type: 'DENY',
        })),
      },
      sensitiveInformationPolicyConfig: {
        piiEntitiesConfig: PERSONAL.map((type) => ({ type, action: 'BLOCK' })),
        regexesConfig: Object.entries(KEYS).map(([name, pattern]) => ({ name, pattern, action: 'BLOCK' })),
      },
      contextualGroundingPolicyConfig: {
        filtersConfig: [
          { type: 'GROUNDING', threshold: GROUNDED },
          { type: 'RELEVANCE', threshold: RELEVANT },
        ],
      },
      contentPolicyConfig: {
        filtersConfig: ['SEXUAL', 'VIOLENCE', 'HATE', 'INSULTS', 'MISCONDUCT'].map((type) => ({
          type,
          inputStrength: 'HIGH',
          outputStrength: 'HIGH',
        })),
      },
    } satisfies Partial<bedrock.CfnGuardrailProps>;
    const guardrail = new bedrock.CfnGuardrail(this, 'Guardrail', {
      name: naming.name('narrator'),
      description: 'Stands before the model that writes the prose of reports',
      // Nobody reads these: the narrator takes the template instead.
      blockedInputMessaging: 'blocked',
      blockedOutputsMessaging: 'blocked',
      kmsKeyArn: key.keyArn,
      ...policy,
    });
    // A version is a picture of its draft; the description ties it to the policy, so that a change makes another one.
    const version = new bedrock.CfnGuardrailVersion(this, `Version${fingerprint(policy)}`, {
      guardrailIdentifier: guardrail.attrGuardrailId,
      description: fingerprint(policy),
    });
    this.arn = guardrail.attrGuardrailArn;
    this.id = guardrail.attrGuardrailId;
    // Functions that were not updated yet go on with the version before.
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.versionParameter = `/homeroom/${naming.prefix}/guardrail-version`;
    new ssm.StringParameter(this, 'Shown', {
      parameterName: this.versionParameter,
      description: 'Version of the guardrail before the narrator',
      stringValue: version.attrVersion,
    });
  }
}

function fingerprint(policy: object): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 8);
}
