// The rows that the portal's pages rest on beside the facts documents, asked of a release once.
import { z } from 'zod';
import type { AskRows } from '../facts/rows.ts';

const text = z.string();
const whole = z.coerce.number().int();
const maybe = <T extends z.ZodType>(of: T) => z.union([z.null(), of]);

const shapes = {
  loads: z.strictObject({
    module: text,
    table_name: text,
    run_id: text,
    rows_in: maybe(whole),
    accepted: maybe(whole),
    quarantined: maybe(whole),
    superseded: maybe(whole),
    held: maybe(whole),
    status: text,
    files: whole,
  }),
  identities: z.strictObject({ id_system: text, ids: whole, unmatched: whole }),
  drifts: z.strictObject({ task: text, inputs: whole, moved: whole, as_of: text }),
  held: z.strictObject({
    module: text,
    table_name: text,
    file_name: text,
    run_id: text,
    status: text,
    reason: maybe(text),
    rows_in: maybe(whole),
  }),
} as const;

type Shapes = typeof shapes;
export type PortalRows = { readonly [K in keyof Shapes]: readonly z.output<Shapes[K]>[] };

export async function askPortalRows(rows: AskRows): Promise<PortalRows> {
  const queries = {
    loads: `select module, table_name, max(run_id) as run_id, sum(rows_in) as rows_in, sum(accepted) as accepted, sum(quarantined) as quarantined, sum(superseded) as superseded, sum(held) as held, status, count(*) as files from load_report group by module, table_name, status order by module, table_name, status`,
    identities: `select id_system, sum(ids_seen) as ids, sum(ids_unmatched) as unmatched from identity_coverage group by id_system order by id_system`,
    drifts: `select task, count(*) as inputs, count_if(verdict <> 'as before') as moved, cast(max(as_of) as varchar) as as_of from drift group by task`,
    held: `select module, table_name, file_name, run_id, status, reason, rows_in from load_report where status = 'held' order by run_id desc, module, file_name limit 50`,
  } as const;
  return {
    loads: shapes.loads.array().parse(await rows(queries.loads)),
    identities: shapes.identities.array().parse(await rows(queries.identities)),
    drifts: shapes.drifts.array().parse(await rows(queries.drifts)),
    held: shapes.held.array().parse(await rows(queries.held)),
  };
}
