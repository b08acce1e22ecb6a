// Which models the report function may ask: those of the district file, behind the one guardrail.
import { Aws, Fn } from 'aws-cdk-lib';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import type { Permission } from '../security/own-role.ts';

export interface GuardrailPlace {
  readonly arn: string;
  readonly id: string;
  readonly version: string;
}

type Model = District['reports']['narrator']['models'][number];

/** An inference profile begins with the part of the world within which it routes. */
const PROFILE = /^(us|us-gov|eu|apac|ap|jp|au|ca|sa|global)\.(?=[a-z0-9-]+\.)/;

/** A model is asked only with the guardrail: the condition refuses a call without it. */
export function askModels(naming: Naming, models: readonly Model[], guardrail: GuardrailPlace): Permission[] {
  if (models.length === 0) return [];
  return [
    {
      actions: ['bedrock:InvokeModel'],
      resources: [...new Set(models.flatMap((model) => placesOf(naming, model)))],
      conditions: {
        StringLike: { 'bedrock:GuardrailIdentifier': [guardrail.arn, Fn.join(':', [guardrail.arn, '*'])] },
      },
    },
    { actions: ['bedrock:ApplyGuardrail'], resources: [guardrail.arn] },
  ];
}

/** A profile needs itself and its model in every region that it may route to; a model stands in its own region. */
function placesOf(naming: Naming, { id, foundation, regions }: Model): string[] {
  const model = (region: string, name: string) =>
    `arn:${Aws.PARTITION}:bedrock:${region}::foundation-model/${name}`;
  if (!PROFILE.test(id)) return [model(Aws.REGION, id)];
  const behind = foundation ?? id.replace(PROFILE, '');
  const routed = regions.length === 0 ? [Aws.REGION] : regions;
  // A global profile asks its model without a region, too.
  const everywhere = id.startsWith('global.') ? [model('', behind)] : [];
  return [
    naming.arn('bedrock', `inference-profile/${id}`),
    ...routed.map((region) => model(region, behind)),
    ...everywhere,
  ];
}
