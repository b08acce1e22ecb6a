// The project's own rule pack, for services about which the public packs say nothing.
import type { CfnResource } from 'aws-cdk-lib';
import { NagMessageLevel, NagPack, NagRuleCompliance } from 'cdk-nag';
import { RULES } from './rules.ts';

export class HomeroomChecks extends NagPack {
  readonly name = 'Homeroom';
  protected override packName = 'Homeroom';

  protected checkResource(node: CfnResource): void {
    for (const { id, sentence, why, holds } of RULES) {
      this.applyRule({
        ruleSuffixOverride: id,
        info: sentence,
        explanation: why,
        level: NagMessageLevel.ERROR,
        node,
        rule: (resource) => {
          const verdict = holds(resource);
          if (verdict === undefined) return NagRuleCompliance.NOT_APPLICABLE;
          return verdict ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT;
        },
      });
    }
  }
}
