// The Glue database with one table for each core and mart table and each analyst view.
import * as glue from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { partitionKey, readTableSchema, readViews, type TableSchema } from './table-schema.ts';
import { type Column, hiveType, virtualView } from './virtual-view.ts';

export interface LakeTablesProps {
  readonly naming: Naming;
  /** Folder that holds sql/. */
  readonly definitions: string;
}

export class LakeTables extends Construct {
  readonly database: string;
  private readonly owner: glue.CfnDatabase;
  private readonly catalogId: string;

  constructor(scope: Construct, id: string, { naming, definitions }: LakeTablesProps) {
    super(scope, id);
    this.database = naming.database();
    this.catalogId = naming.account;
    this.owner = new glue.CfnDatabase(this, 'Database', {
      catalogId: this.catalogId,
      databaseName: this.database,
      databaseInput: { name: this.database, description: 'Core tables, marts and analyst views' },
    });
    const schema = readTableSchema(definitions);
    const views = readViews(definitions);
    for (const [name, table] of Object.entries(schema)) {
      if (table.layer === 'view') continue;
      this.addTable(name, table, `s3://${naming.bucket('lake')}/lake/${name}/`);
    }
    for (const { name, sql } of views) {
      const columns = schema[name]?.columns;
      if (columns === undefined) throw new Error(`sql/views/${name}.sql is not in sql/generated/schema.json`);
      this.addView(name, sql, columns, schema[name]?.comment);
    }
  }

  /** The location is only a home for partitions: a release registers each with the folder it published. */
  private addTable(name: string, table: TableSchema, location: string): void {
    const key = partitionKey(table);
    this.addGlueTable(name, {
      name,
      description: table.comment ?? '',
      tableType: 'EXTERNAL_TABLE',
      parameters: { classification: 'parquet', EXTERNAL: 'TRUE' },
      partitionKeys: [{ name: key.name, type: hiveType(key.type) }],
      storageDescriptor: {
        location,
        inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        columns: table.columns
          .filter((column) => column.name !== key.name)
          .map((column) => ({ name: column.name, type: hiveType(column.type) })),
      },
    });
  }

  private addView(name: string, sql: string, columns: readonly Column[], comment?: string): void {
    const view = virtualView(name, sql, columns, this.database);
    this.addGlueTable(name, {
      name,
      description: comment ?? '',
      tableType: view.tableType,
      parameters: view.parameters,
      viewOriginalText: view.viewOriginalText,
      viewExpandedText: view.viewExpandedText,
      partitionKeys: [],
      storageDescriptor: { columns: [...view.columns], location: '', serdeInfo: {} },
    });
  }

  private addGlueTable(name: string, tableInput: glue.CfnTable.TableInputProperty): void {
    const table = new glue.CfnTable(this, `Table-${name}`, {
      catalogId: this.catalogId,
      databaseName: this.database,
      tableInput,
    });
    table.addResourceDependency(this.owner);
  }
}
