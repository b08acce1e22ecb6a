// What each role of a district may do, read out of the synthesized templates.
import { z } from 'zod';
import { ofType, type Resource } from './synth.ts';

const oneOrMany = z
  .union([z.array(z.unknown()), z.unknown()])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const policy = z.object({
  ManagedPolicyName: z.string(),
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Action: oneOrMany,
        Resource: oneOrMany,
        Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
      }),
    ),
  }),
});

export interface Right {
  readonly action: string;
  /** References as JSON inside the text. */
  readonly resource: string;
  readonly conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** @param role name without the district's prefix */
export function rightsOf(all: Record<string, Resource>, prefix: string, role: string): Right[] {
  return ofType(all, 'AWS::IAM::ManagedPolicy')
    .map(([, properties]) => policy.parse(properties))
    .filter(({ ManagedPolicyName }) => ManagedPolicyName === `${prefix}-${role}`)
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map((resource) => ({
          action: String(action),
          resource: textOf(resource),
          conditions: Condition,
        })),
      ),
    );
}

/** A join as it will read, with references in braces. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(value);
  if (join.success) {
    const [separator, parts] = join.data['Fn::Join'];
    return parts.map(textOf).join(separator);
  }
  const reference = z.object({ Ref: z.string() }).safeParse(value);
  return reference.success ? `{${reference.data.Ref}}` : JSON.stringify(value);
}
