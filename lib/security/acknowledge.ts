// Acknowledges one finding of a rule pack with its reason, in the form that stays in the validation report.
import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const PACKS = { 'AwsSolutions-': 'AwsSolutions', 'NIST.800.53.R5-': 'NIST.800.53.R5' } as const;

/** @param finding id as the report prints it without its pack, for example `NIST.800.53.R5-LambdaInsideVPC` */
export function acknowledge(construct: IConstruct, finding: string, reason: string): void {
  const pack = Object.entries(PACKS).find(([start]) => finding.startsWith(start))?.[1];
  if (pack === undefined) throw new Error(`no rule pack has the finding ${finding}`);
  Validations.of(construct).acknowledge({ id: `${pack}::${finding}`, reason });
}

/** The resource as cdk-nag writes it inside a finding: references in angle brackets, joins put together. */
export function findingText(scope: IConstruct, value: string): string {
  return flatten(Stack.of(scope).resolve(value));
}

function flatten(node: unknown): string {
  if (typeof node === 'string') return node.replace(/\$\{/g, '<').replace(/\}/g, '>');
  if (typeof node !== 'object' || node === null) return JSON.stringify(node);
  const [key, value] = Object.entries(node)[0] ?? [];
  if (key === 'Ref') return `<${flatten(value)}>`;
  if (key === 'Fn::Join' && Array.isArray(value)) return value[1].map(flatten).join(value[0]);
  if (key === 'Fn::GetAtt' && Array.isArray(value)) return `<${value.map(flatten).join('.')}>`;
  if (key === 'Fn::ImportValue' || key === 'Fn::Sub') return flatten(value);
  return JSON.stringify(node);
}
