// Moves the Glue tables to a release: each partition gets its folder and its full description, in batches.
import {
  BatchCreatePartitionCommand,
  BatchDeletePartitionCommand,
  BatchUpdatePartitionCommand,
  GetPartitionsCommand,
  type GlueClient,
  type PartitionInput,
} from '@aws-sdk/client-glue';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { partitionColumn } from '../harmonize/parquet-view.ts';
import type { Column, SqlCatalog } from '../harmonize/sql-catalog.ts';
import type { Catalog } from '../release/catalog.ts';
import type { Manifest } from '../release/manifest.ts';
import { partFolder } from '../release/part-folder.ts';

/** Limits of the Glue API: partitions a call. */
const createLimit = 100;
const deleteLimit = 25;

export class GluePartitionError extends HomeroomError {
  constructor(table: string, reason: string) {
    super('GLUE_PARTITIONS', `Glue did not take every partition: ${reason}`, {
      where: table,
      mend: 'Readers by manifest already see the new day. Run the release step again; it is safe to repeat.',
    });
  }
}

export interface PartitionMove {
  readonly create: readonly PartitionInput[];
  readonly update: readonly PartitionInput[];
  readonly remove: readonly string[];
}

/** What must change so that `present` (partition value to location) becomes the release; pure. @throws PartSpreadError */
export function partitionMove(
  table: string,
  parts: Manifest['tables'][string]['parts'],
  columns: readonly Column[],
  present: ReadonlyMap<string, string>,
  root: string,
): PartitionMove {
  const wanted = Object.entries(parts).flatMap(([value, files]) => {
    const folder = partFolder(table, value, files);
    return folder === undefined ? [] : [partitionInput(value, `${root}/${folder}/`, columns)];
  });
  const values = new Set(wanted.map((p) => p.Values?.[0] ?? ''));
  return {
    create: wanted.filter((p) => !present.has(p.Values?.[0] ?? '')),
    update: wanted.filter((p) => {
      const location = present.get(p.Values?.[0] ?? '');
      return location !== undefined && location !== p.StorageDescriptor?.Location;
    }),
    remove: [...present.keys()].filter((value) => !values.has(value)),
  };
}

function partitionInput(value: string, location: string, columns: readonly Column[]): PartitionInput {
  return {
    Values: [value],
    StorageDescriptor: {
      Location: location,
      // A partition keeps the columns it was made with, so each one gets the full list of its day.
      Columns: columns.map((c) => ({
        Name: c.name,
        Type: c.type === 'varchar' ? 'string' : c.type === 'integer' ? 'int' : c.type,
      })),
      InputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      OutputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
      SerdeInfo: { SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
    },
  };
}

/** Every core, mart and reference table of one database. `root` is "s3://bucket". */
export function glueCatalog(glue: GlueClient, database: string, root: string, tables: SqlCatalog): Catalog {
  const stored = { ...tables.reference, ...tables.tables };
  return {
    async show(manifest) {
      for (const [name, entry] of Object.entries(stored)) {
        if ('layer' in entry && entry.layer === 'view') continue;
        const released = manifest.tables[name] ?? { partition: 'all', parts: {} };
        const key = partitionColumn(released.partition).name;
        const columns = entry.columns.filter((c) => c.name !== key);
        await moveTable(glue, database, name, released.parts, columns, root);
      }
    },
  };
}

/**
 * Columns without the one that partitions.
 * @throws GluePartitionError, PartSpreadError
 */
export async function moveTable(
  glue: GlueClient,
  database: string,
  table: string,
  parts: Manifest['tables'][string]['parts'],
  columns: readonly Column[],
  root: string,
): Promise<PartitionMove> {
  const where = { DatabaseName: database, TableName: table };
  const present = new Map<string, string>();
  let token: string | undefined;
  do {
    const page = await glue.send(
      new GetPartitionsCommand({ ...where, NextToken: token, ExcludeColumnSchema: true }),
    );
    for (const p of page.Partitions ?? [])
      present.set(p.Values?.[0] ?? '', p.StorageDescriptor?.Location ?? '');
    token = page.NextToken;
  } while (token !== undefined);
  const move = partitionMove(table, parts, columns, present, root);
  for (const batch of batches(move.create, createLimit)) {
    const { Errors } = await glue.send(
      new BatchCreatePartitionCommand({ ...where, PartitionInputList: [...batch] }),
    );
    mustBeClean(table, Errors);
  }
  for (const batch of batches(move.update, createLimit)) {
    const { Errors } = await glue.send(
      new BatchUpdatePartitionCommand({
        ...where,
        Entries: batch.map((p) => ({ PartitionValueList: p.Values, PartitionInput: p })),
      }),
    );
    mustBeClean(table, Errors);
  }
  for (const batch of batches(move.remove, deleteLimit)) {
    const { Errors } = await glue.send(
      new BatchDeletePartitionCommand({
        ...where,
        PartitionsToDelete: batch.map((value) => ({ Values: [value] })),
      }),
    );
    mustBeClean(table, Errors);
  }
  return move;
}

function mustBeClean(
  table: string,
  errors: readonly { ErrorDetail?: { ErrorMessage?: string | undefined } | undefined }[] | undefined,
): void {
  const first = errors?.[0];
  if (first)
    throw new GluePartitionError(
      table,
      `${errors?.length ?? 0} refused, the first: ${first.ErrorDetail?.ErrorMessage ?? 'no reason given'}`,
    );
}

function* batches<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}
