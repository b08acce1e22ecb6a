// A role with one managed policy of its own that lists all it may do; grants of constructs can't widen it.
import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge, findingText } from './acknowledge.ts';

export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Why a resource must end in a wildcard; without it a wildcard is a finding. */
  readonly why?: string;
}

export interface OwnRoleProps {
  readonly roleName: string;
  readonly service: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
}

export class OwnRole extends Construct {
  /** For other constructs: their grants change nothing. */
  readonly role: iam.IRole;

  constructor(scope: Construct, id: string, { roleName, service, description, permissions }: OwnRoleProps) {
    super(scope, id);
    const role = new iam.Role(this, 'Role', {
      roleName,
      description,
      // Only on behalf of this account: another customer can't make the service use the role.
      assumedBy: new iam.ServicePrincipal(service, {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      managedPolicyName: roleName,
      description,
      roles: [role],
      statements: permissions.map(
        ({ actions, resources, conditions }) =>
          new iam.PolicyStatement({
            actions: [...actions],
            resources: [...resources],
            ...(conditions && { conditions }),
          }),
      ),
    });
    for (const { resources, why } of permissions) {
      for (const resource of resources.filter((r) => r.includes('*') && why !== undefined)) {
        acknowledge(policy, `AwsSolutions-IAM5[Resource::${findingText(this, resource)}]`, why ?? '');
      }
    }
    this.role = role.withoutPolicyUpdates();
  }
}
