// Glue's partitions of one database, as its API shows and changes them: pages of three, and its limits a call.
import { z } from 'zod';
import { jsonStub, type Stub } from './stub.ts';

const partition = z.object({
  Values: z.array(z.string()),
  StorageDescriptor: z.object({
    Location: z.string(),
    Columns: z.array(z.object({ Name: z.string(), Type: z.string() })).optional(),
  }),
});
export type Partition = z.infer<typeof partition>;

const inputs = {
  GetPartitions: z.object({ TableName: z.string(), NextToken: z.string().optional() }),
  BatchCreatePartition: z.object({
    TableName: z.string(),
    PartitionInputList: z.array(partition).min(1).max(100),
  }),
  BatchUpdatePartition: z.object({
    TableName: z.string(),
    Entries: z
      .array(z.object({ PartitionValueList: z.array(z.string()), PartitionInput: partition }))
      .min(1)
      .max(100),
  }),
  BatchDeletePartition: z.object({
    TableName: z.string(),
    PartitionsToDelete: z
      .array(z.object({ Values: z.array(z.string()) }))
      .min(1)
      .max(25),
  }),
} as const;

const page = 3;

export interface GlueService {
  /** Table to partition value to partition. */
  readonly tables: Map<string, Map<string, Partition>>;
  /** `operation table size`, in order. */
  readonly calls: string[];
  /** Values of partitions that Glue refuses to create. */
  readonly refused: Set<string>;
  answer(operation: string, input: unknown): unknown;
}

export type GlueStub = GlueService & Stub;

export async function glueStub(): Promise<GlueStub> {
  const service = glueService();
  return { ...service, ...(await jsonStub(service.answer)) };
}

export function glueService(): GlueService {
  const tables = new Map<string, Map<string, Partition>>();
  const calls: string[] = [];
  const refused = new Set<string>();
  const of = (table: string) => {
    const held = tables.get(table) ?? new Map<string, Partition>();
    tables.set(table, held);
    return held;
  };
  const put = (table: string, list: readonly Partition[]) => {
    for (const p of list) if (!refused.has(p.Values[0] ?? '')) of(table).set(p.Values[0] ?? '', p);
    const bad = list.filter((p) => refused.has(p.Values[0] ?? ''));
    return {
      Errors: bad.map((p) => ({
        PartitionValues: p.Values,
        ErrorDetail: { ErrorCode: 'InternalServiceException', ErrorMessage: 'not today' },
      })),
    };
  };
  const answer = (operation: string, input: unknown) => {
    switch (operation) {
      case 'GetPartitions': {
        const { TableName, NextToken } = inputs.GetPartitions.parse(input);
        const all = [...of(TableName).values()];
        const from = Number(NextToken ?? 0);
        const more = from + page < all.length ? { NextToken: String(from + page) } : {};
        return { Partitions: all.slice(from, from + page), ...more };
      }
      case 'BatchCreatePartition': {
        const { TableName, PartitionInputList: list } = inputs.BatchCreatePartition.parse(input);
        calls.push(`create ${TableName} ${list.length}`);
        return put(TableName, list);
      }
      case 'BatchUpdatePartition': {
        const { TableName, Entries } = inputs.BatchUpdatePartition.parse(input);
        calls.push(`update ${TableName} ${Entries.length}`);
        return put(
          TableName,
          Entries.map((e) => e.PartitionInput),
        );
      }
      case 'BatchDeletePartition': {
        const { TableName, PartitionsToDelete: list } = inputs.BatchDeletePartition.parse(input);
        calls.push(`delete ${TableName} ${list.length}`);
        for (const { Values } of list) of(TableName).delete(Values[0] ?? '');
        return { Errors: [] };
      }
      default:
        throw new Error(`Glue has no operation ${operation} here`);
    }
  };
  return { tables, calls, refused, answer };
}
