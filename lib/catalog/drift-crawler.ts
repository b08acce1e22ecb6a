// The one crawler: once a week it looks at new folders of raw/ and logs what changed shape; it alters nothing.
import * as glue from 'aws-cdk-lib/aws-glue';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { OwnRole } from '../security/own-role.ts';
import { glueLogs, readObjects, useKey } from '../security/permissions.ts';

export interface DriftCrawlerProps {
  readonly naming: Naming;
  readonly rawKey: kms.IKey;
  readonly operationsKey: kms.IKey;
  readonly securityConfiguration: string;
}

export class DriftCrawler extends Construct {
  constructor(scope: Construct, id: string, props: DriftCrawlerProps) {
    super(scope, id);
    const { naming, rawKey, operationsKey, securityConfiguration } = props;
    const database = naming.database('raw');
    new glue.CfnDatabase(this, 'Database', {
      catalogId: naming.account,
      databaseName: database,
      databaseInput: {
        name: database,
        description: 'Shapes of files as received, found by the weekly crawler',
      },
    });
    const { role } = new OwnRole(this, 'Crawl', {
      roleName: naming.name('crawler'),
      service: 'glue.amazonaws.com',
      description: 'Reads raw files to see their shape',
      permissions: [
        ...readObjects(naming, ['raw']),
        useKey(rawKey, 'read'),
        ...glueLogs(naming, operationsKey),
        {
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetTables',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:GetPartition',
            'glue:BatchGetPartition',
            'glue:BatchCreatePartition',
          ],
          resources: [
            naming.arn('glue', 'catalog'),
            naming.arn('glue', `database/${database}`),
            naming.arn('glue', `table/${database}/*`),
          ],
          why: 'The crawler names the tables it finds after folders; the database holds nothing else.',
        },
        {
          actions: ['glue:GetSecurityConfiguration'],
          resources: ['*'],
          why: 'Glue has no resource-level permission for security configurations.',
        },
      ],
    });
    new glue.CfnCrawler(this, 'Crawler', {
      name: naming.name('drift'),
      description: 'Weekly look at the shape of new raw files',
      role: role.roleArn,
      databaseName: database,
      targets: { s3Targets: [{ path: `s3://${naming.bucket('raw')}/raw/` }] },
      schedule: { scheduleExpression: 'cron(0 9 ? * SUN *)' },
      // New folders only may be combined with LOG alone.
      recrawlPolicy: { recrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY' },
      schemaChangePolicy: { updateBehavior: 'LOG', deleteBehavior: 'LOG' },
      crawlerSecurityConfiguration: securityConfiguration,
      configuration: JSON.stringify({ Version: 1, Grouping: { TableLevelConfiguration: 4 } }),
    });
  }
}
