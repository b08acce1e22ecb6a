// What administrators and counsellors reach: the portal with its sign-in and its API, the mail address, Quick Sight by flag.
import { join } from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { District } from '../district.ts';
import { DistrictFunction } from '../functions/district-function.ts';
import type { FunctionName } from '../functions/function-names.ts';
import { layersOf } from '../functions/layers.ts';
import type { Naming } from '../naming.ts';
import type { Permission } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { MailBounces } from './mail-bounces.ts';
import { MailIdentity } from './mail-identity.ts';
import { PortalApi } from './portal-api.ts';
import { PortalBuckets } from './portal-buckets.ts';
import { PortalSite } from './portal-site.ts';
import { QuickSightBundle } from './quicksight.ts';
import { SigningKey, SigningSecret } from './signing-key.ts';
import { StaffPool } from './staff-pool.ts';

export interface ReportsStackProps extends StackProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** Folder that bin/bundle.ts fills. */
  readonly bundles: string;
  readonly accessLogs: s3.IBucket;
  readonly deadLetters: sqs.IQueue;
  /** The one style sheet that stands in pages is allowed by its hash. */
  readonly contentPolicy: string;
}

const DEFINITIONS = { HOMEROOM_DEFINITIONS: '/opt/homeroom' };

export class ReportsStack extends Stack {
  /** Where the district sends mail: a message means that an address is not on the bounce list yet. */
  readonly lostBounces: sqs.IQueue | undefined;

  constructor(scope: Construct, id: string, props: ReportsStackProps) {
    super(scope, id, props);
    const { district, naming, keys, bundles, accessLogs, contentPolicy } = props;
    const layer = layersOf(this, join(bundles, 'layers'));
    const make = (name: FunctionName, about: string, given: Given & Partial<Unusual>) =>
      new DistrictFunction(this, name, {
        ...props,
        ...given,
        name,
        about,
        code: join(bundles, 'lambdas', name),
        layers: [layer('definitions')],
        memoryMb: 512,
        timeout: Duration.seconds(25),
        unlimited:
          given.unlimited ??
          'The API limits how often it is called; a fresh account has too few to reserve from.',
      }).function;

    const buckets = new PortalBuckets(this, 'Buckets', { naming, keys, accessLogs });
    const { secret } = new SigningSecret(this, 'Signing', { naming, keys });
    const signing = new SigningKey(this, 'Key', {
      naming,
      version: district.reports.site.signingKey,
      maker: make('portal-key', 'Makes the key pair behind the cookies of the portal', {
        permissions: [
          { actions: ['secretsmanager:PutSecretValue'], resources: [secret.secretArn] },
          useKey(keys.portal, 'write'),
        ],
        environment: { HOMEROOM_SIGNING_SECRET: secret.secretArn },
      }),
    });
    const api = new PortalApi(this, 'Api', { district, naming, keys });
    const site = new PortalSite(this, 'Site', {
      district,
      naming,
      keys,
      buckets,
      signers: signing.group,
      api: api.api.apiEndpoint,
      contentPolicy,
    });
    const portal = site.address;
    const staff = new StaffPool(this, 'Staff', { district, naming, portal });
    const known = {
      HOMEROOM_DISTRICT: district.district,
      HOMEROOM_PORTAL: portal,
      HOMEROOM_STAFF_KEY: keys.staff.keyArn,
      ...DEFINITIONS,
    };
    const current: Permission[] = [
      { actions: ['s3:GetObject'], resources: [`${naming.bucketArn('portal')}/portal/current.json`] },
      useKey(keys.portal, 'read'),
      { actions: ['kms:GenerateMac'], resources: [keys.staff.keyArn] },
    ];
    const signIn = make('sign-in', 'Exchanges a sign-in for the cookies of the pages that a role may read', {
      permissions: [
        { actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] },
        ...current,
      ],
      environment: {
        ...known,
        HOMEROOM_PORTAL_BUCKET: naming.bucket('portal'),
        HOMEROOM_SIGNING_SECRET: secret.secretArn,
        HOMEROOM_SIGNING_KEY_ID: signing.publicKeyId,
        HOMEROOM_SIGN_IN: staff.address,
        HOMEROOM_CLIENT: staff.client.userPoolClientId,
        HOMEROOM_ISSUER: staff.pool.userPoolProviderUrl,
        HOMEROOM_SESSION_MINUTES: String(district.reports.site.signIn.minutes),
      },
    });
    const disposition = make('disposition', 'Puts what staff say of an item into the drop zone', {
      permissions: [
        ...current,
        {
          actions: ['s3:GetObject'],
          resources: [`${naming.bucketArn('portal')}/portal/*/listed.json`],
          why: 'Which items may be spoken of is written down by release.',
        },
        {
          actions: ['s3:PutObject'],
          resources: [`${naming.bucketArn('landing')}/landing/check_in/*`],
          why: 'Each word is a file of its own, named by its id.',
        },
        useKey(keys.raw, 'write'),
      ],
      environment: {
        ...known,
        HOMEROOM_PORTAL_BUCKET: naming.bucket('portal'),
        HOMEROOM_LANDING_BUCKET: naming.bucket('landing'),
      },
    });
    const leave = make('leave', 'Takes a recipient off the optional mails, by the signed link in them', {
      permissions: [
        {
          actions: ['s3:PutObject'],
          resources: [`${naming.bucketArn('lake')}/decisions/mail-opt-outs/*`],
          why: 'Each recipient has a file, named by a hash.',
        },
        useKey(keys.lake, 'write'),
        { actions: ['kms:GenerateMac'], resources: [keys.staff.keyArn] },
      ],
      environment: { ...known, HOMEROOM_LAKE: naming.bucket('lake') },
    });
    api.open(
      'SignIn',
      {
        '/sign-in': [HttpMethod.GET],
        '/sign-in/back': [HttpMethod.GET],
        '/sign-in/again': [HttpMethod.GET],
        '/sign-in/closed': [HttpMethod.GET],
        '/sign-in/out': [HttpMethod.GET],
      },
      signIn,
    );
    api.open('Leave', { '/unsubscribe': [HttpMethod.GET, HttpMethod.POST] }, leave);
    api.guarded('Disposition', '/api/dispositions', disposition, staff);

    if (district.reports.from !== undefined) {
      const { set } = new MailIdentity(this, 'Mail', { naming, from: district.reports.from });
      const about = 'Puts addresses that mail came back from on the list of the district';
      const unlimited = 'Few mails come back; writers that meet at the list wait for each other.';
      const { lost } = new MailBounces(this, 'Bounces', {
        naming,
        keys,
        set,
        make: (given) => make('bounce', about, { ...given, retries: 2, unlimited }),
      });
      this.lostBounces = lost;
    }
    new CfnOutput(this, 'Portal', { value: portal, description: 'Address of the portal' });
    new CfnOutput(this, 'StaffPool', {
      value: staff.pool.userPoolId,
      description: 'User pool of the staff',
    });
    const { quicksight } = district.reports;
    if (quicksight !== undefined) new QuickSightBundle(this, 'QuickSight', { district, naming, quicksight });
  }
}

type Unusual = {
  readonly deadLetters: sqs.IQueue;
  readonly retries: number;
  readonly unlimited: string;
};

type Given = {
  readonly permissions: readonly Permission[];
  readonly environment: Readonly<Record<string, string>>;
};
