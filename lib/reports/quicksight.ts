// Data sets for Quick Sight, behind a flag: rates of whole schools, rows by reader, and nothing that counts a small group.
import { Aws } from 'aws-cdk-lib';
import * as quicksight from 'aws-cdk-lib/aws-quicksight';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';

interface DataSet {
  readonly about: string;
  readonly from: string;
  readonly columns: Readonly<Record<string, 'STRING' | 'INTEGER' | 'DECIMAL' | 'DATETIME'>>;
}

/** Rates and coverage alone: a count of students in a band would show what reports hide. */
const DATA_SETS: Readonly<Record<string, DataSet>> = {
  'school-weeks': {
    about: 'Attendance and digital participation of schools by week',
    from: 'school_week',
    columns: {
      school_key: 'STRING',
      school_name: 'STRING',
      school_year: 'INTEGER',
      week_start: 'DATETIME',
      students: 'INTEGER',
      in_person_rate: 'DECIMAL',
      attendance_coverage: 'DECIMAL',
      digital_rate: 'DECIMAL',
      digital_coverage: 'DECIMAL',
    },
  },
  'school-years': {
    about: 'Attendance and digital participation of schools by school year',
    from: 'school_engagement',
    columns: {
      school_key: 'STRING',
      school_name: 'STRING',
      school_year: 'INTEGER',
      students: 'INTEGER',
      in_person_rate: 'DECIMAL',
      digital_rate: 'DECIMAL',
      engaged_rate: 'DECIMAL',
    },
  },
};

const OWN_SET = [
  'quicksight:DescribeDataSet',
  'quicksight:DescribeDataSetPermissions',
  'quicksight:PassDataSet',
  'quicksight:DescribeIngestion',
  'quicksight:ListIngestions',
  'quicksight:UpdateDataSet',
  'quicksight:DeleteDataSet',
  'quicksight:CreateIngestion',
  'quicksight:CancelIngestion',
  'quicksight:UpdateDataSetPermissions',
];
const OWN_SOURCE = [
  'quicksight:DescribeDataSource',
  'quicksight:DescribeDataSourcePermissions',
  'quicksight:PassDataSource',
  'quicksight:UpdateDataSource',
  'quicksight:DeleteDataSource',
  'quicksight:UpdateDataSourcePermissions',
];

export interface QuickSightProps {
  readonly district: District;
  readonly naming: Naming;
  readonly quicksight: NonNullable<District['reports']['quicksight']>;
}

export class QuickSightBundle extends Construct {
  constructor(scope: Construct, id: string, { district, naming, quicksight: given }: QuickSightProps) {
    super(scope, id);
    const own = (actions: string[]) => [{ actions, principal: given.owner }];
    const source = new quicksight.CfnDataSource(this, 'Source', {
      awsAccountId: Aws.ACCOUNT_ID,
      dataSourceId: naming.name('athena'),
      name: `${district.name}: released tables`,
      type: 'ATHENA',
      dataSourceParameters: { athenaParameters: { workGroup: naming.name('analysts') } },
      sslProperties: { disableSsl: false },
      permissions: own(OWN_SOURCE),
    });
    const set = (name: string, about: string, sql: string, columns: DataSet['columns'], rules?: string) =>
      new quicksight.CfnDataSet(this, name, {
        awsAccountId: Aws.ACCOUNT_ID,
        dataSetId: naming.name(name),
        name: `${district.name}: ${about}`,
        importMode: 'DIRECT_QUERY',
        permissions: own(OWN_SET),
        physicalTableMap: {
          rows: {
            customSql: {
              name,
              dataSourceArn: source.attrArn,
              sqlQuery: sql,
              columns: Object.entries(columns).map(([column, type]) => ({ id: column, name: column, type })),
            },
          },
        },
        dataPrepConfiguration: asTheyCome(columns),
        semanticModelConfiguration: {
          tableMap: {
            table: {
              alias: name,
              destinationTableId: 'out',
              ...(rules !== undefined && {
                rowLevelPermissionConfiguration: {
                  rowLevelPermissionDataSet: {
                    arn: rules,
                    permissionPolicy: 'GRANT_ACCESS',
                    formatVersion: 'VERSION_1',
                    status: 'ENABLED',
                  },
                },
              }),
            },
          },
        },
        ...(rules === undefined && { useAs: 'RLS_RULES' }),
      });
    const rules = set('row-rules', 'who sees which rows', rulesSql(given.readers), {
      UserName: 'STRING',
      school_key: 'STRING',
    });
    for (const [name, { about, from, columns }] of Object.entries(DATA_SETS)) {
      const sql = `select ${Object.keys(columns).join(', ')} from ${naming.database()}.${from} where students >= ${district.reports.smallGroup}`;
      set(name, about, sql, columns, rules.attrArn);
    }
  }
}

/** One table in, the same table out. */
function asTheyCome(columns: DataSet['columns']): quicksight.CfnDataSet.DataPrepConfigurationProperty {
  const same = Object.keys(columns).map((id) => ({ sourceColumnId: id, targetColumnId: id }));
  return {
    sourceTableMap: { source: { physicalTableId: 'rows' } },
    transformStepMap: {
      take: {
        importTableStep: { alias: 'take', source: { sourceTableId: 'source', columnIdMappings: same } },
      },
    },
    destinationTableMap: { out: { alias: 'out', source: { transformOperationId: 'take' } } },
  };
}

/** A blank school stands for all of them; who isn't listed sees nothing. */
function rulesSql(readers: QuickSightProps['quicksight']['readers']): string {
  const text = (value: string | undefined) =>
    value === undefined ? 'cast(null as varchar)' : `'${value.replaceAll("'", "''")}'`;
  const rows = readers.map(({ user, school }) => `(${text(user)}, ${text(school)})`);
  return `select * from (values ${rows.join(', ')}) as rules ("UserName", school_key)`;
}
