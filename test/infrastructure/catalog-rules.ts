// What the synthesized catalog of each district must hold: tables and views of the generated schema, nothing by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { partitionKey, readTableSchema, readViews } from '../../lib/catalog/table-schema.ts';
import { decodeVirtualView, hiveType } from '../../lib/catalog/virtual-view.ts';
import { readDistrict } from '../../lib/read-district.ts';
import { ofType, ROOT, resources } from './synth.ts';

const columns = z.array(z.object({ Name: z.string(), Type: z.string() }));
const tableShape = z.object({
  TableInput: z.object({
    Name: z.string(),
    TableType: z.string(),
    PartitionKeys: columns.default([]),
    ViewOriginalText: z.string().optional(),
    StorageDescriptor: z.object({ Columns: columns, Location: z.unknown() }),
  }),
});

export function catalogRules(district: string, folder: () => string): void {
  const { environment } = readDistrict(join(ROOT, 'districts'), district);
  const catalog = () => resources(folder(), district, 'Catalog');
  const inputs = () =>
    ofType(catalog(), 'AWS::Glue::Table').map(([, table]) => tableShape.parse(table).TableInput);

  it('has every table and view of the generated schema', () => {
    const schema = readTableSchema(ROOT);
    const views = readViews(ROOT);
    const names = [
      ...Object.entries(schema)
        .filter(([, t]) => t.layer !== 'view')
        .map(([name]) => name),
      ...views.map((v) => v.name),
    ];
    expect(
      inputs()
        .map((table) => table.Name)
        .sort(),
    ).toEqual(names.sort());
  });

  it('cuts every table by its one partition column, which is none of its other columns', () => {
    const schema = readTableSchema(ROOT);
    for (const table of inputs().filter(({ TableType }) => TableType === 'EXTERNAL_TABLE')) {
      const key = partitionKey(schema[table.Name] ?? { layer: 'core', columns: [] });
      expect(table.PartitionKeys).toEqual([{ Name: key.name, Type: hiveType(key.type) }]);
      expect(table.StorageDescriptor.Columns.map((column) => column.Name)).not.toContain(key.name);
    }
  });

  it('holds each view as its file says, decodable by Athena', () => {
    const schema = readTableSchema(ROOT);
    const views = readViews(ROOT);
    const held = new Map(inputs().map((table) => [table.Name, table]));
    for (const { name, sql } of views) {
      const view = held.get(name);
      expect(view?.TableType).toBe('VIRTUAL_VIEW');
      const decoded = decodeVirtualView(view?.ViewOriginalText ?? '');
      expect(decoded.originalSql).toBe(sql.trim().replace(/;$/, ''));
      expect(decoded.schema).toBe(`homeroom_${district}_${environment}`);
      expect(decoded.columns).toEqual(schema[name]?.columns);
      expect(view?.StorageDescriptor.Columns).toEqual(
        decoded.columns.map((column) => ({ Name: column.name, Type: hiveType(column.type) })),
      );
    }
  });

  it('has one crawler, weekly, for new folders only, that changes nothing', () => {
    const crawlers = ofType(catalog(), 'AWS::Glue::Crawler').map(([, properties]) => properties);
    expect(crawlers).toHaveLength(1);
    expect(crawlers[0]).toMatchObject({
      SchemaChangePolicy: { UpdateBehavior: 'LOG', DeleteBehavior: 'LOG' },
      RecrawlPolicy: { RecrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY' },
      Schedule: { ScheduleExpression: 'cron(0 9 ? * SUN *)' },
    });
  });

  it('runs Spark as Glue 5.1 on G.1X, the same engine as PySpark 3.5.6 on one machine', () => {
    const [[, job] = []] = ofType(catalog(), 'AWS::Glue::Job');
    expect(job).toMatchObject({
      GlueVersion: '5.1',
      WorkerType: 'G.1X',
      Command: { Name: 'glueetl', PythonVersion: '3' },
    });
    expect(readFileSync(join(ROOT, 'requirements.lock'), 'utf8')).not.toMatch(/^pyspark==(?!3\.5\.6)/m);
  });

  it('leaves readers on IAM until they opt in to Lake Formation', () => {
    const [[, location] = []] = ofType(catalog(), 'AWS::LakeFormation::Resource');
    expect(location).toMatchObject({ HybridAccessEnabled: true });
  });
}
