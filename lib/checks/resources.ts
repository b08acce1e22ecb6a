// Reads what rules ask of a resource: its properties as they will stand in the template, its policy, its key, its peers.
import { type CfnResource, Reference, Stack, Stage, Tokenization } from 'aws-cdk-lib';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { z } from 'zod';

const template = z.object({
  Resources: z.record(z.string(), z.object({ Properties: z.record(z.string(), z.unknown()).default({}) })),
});

const oneOrMany = z
  .union([z.array(z.unknown()), z.unknown()])
  .transform((value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]));

const document = z.object({
  Statement: z.array(
    z.object({
      Effect: z.string(),
      Action: oneOrMany,
      Resource: oneOrMany.optional(),
      Principal: z.unknown().optional(),
      Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
    }),
  ),
});

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  /** Plain strings as they are, references as JSON. */
  readonly resources: readonly string[];
  readonly conditions: readonly string[];
}

export function propertiesOf(resource: CfnResource): Record<string, unknown> {
  const { Resources } = template.parse(Stack.of(resource).resolve(resource._toCloudFormation()));
  return Object.values(Resources)[0]?.Properties ?? {};
}

/** Statements of a policy, or of all inline policies of a role. */
export function statementsOf(resource: CfnResource): Statement[] {
  const { PolicyDocument, Policies } = propertiesOf(resource);
  const inline = Array.isArray(Policies)
    ? Policies.map((policy) => Reflect.get(policy, 'PolicyDocument'))
    : [];
  return [PolicyDocument, ...inline]
    .filter((found) => found !== undefined)
    .flatMap((found) => document.parse(found).Statement)
    .map(({ Effect, Action, Resource, Condition }) => ({
      effect: Effect,
      actions: Action.map(text),
      resources: (Resource ?? []).map(text),
      conditions: Object.values(Condition).flatMap((test) => Object.keys(test)),
    }));
}

/** The key behind a property that names one, also when it lies in another stack. */
export function keyOf(property: string): CfnKey | undefined {
  for (const token of Tokenization.reverseString(property).tokens) {
    if (Reference.isReference(token) && token.target instanceof CfnKey) return token.target;
  }
  return undefined;
}

/** True when the key's policy names a service that fits. */
export function keyServes(key: CfnKey, service: RegExp): boolean {
  return document.parse(propertiesOf(key).KeyPolicy).Statement.some(({ Effect, Principal, Action }) => {
    const services = z.object({ Service: oneOrMany }).safeParse(Principal);
    return (
      Effect === 'Allow' &&
      Action.map(text).some((action) => /^kms:(\*|GenerateDataKey)/.test(action)) &&
      services.success &&
      services.data.Service.some((name) => service.test(flat(name)))
    );
  });
}

/** Resources of the same kind in the same stage, this one included. */
export function peers<T extends CfnResource>(
  resource: CfnResource,
  kind: new (...args: never[]) => T,
): IConstruct[] {
  const stage = Stage.of(resource) ?? resource.node.root;
  return stage.node.findAll().filter((node) => node instanceof kind);
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** A principal with a region inside is a join of strings and references. */
function flat(value: unknown): string {
  const join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(value);
  if (!join.success) return text(value);
  const [separator, parts] = join.data['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : 'region')).join(separator);
}
