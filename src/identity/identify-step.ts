// The identity step of a run: publishes the identity map and the list of ids seen as tables of the coming release.
import type { Session } from '../adapters/duckdb.ts';
import type { Contract } from '../contract/contract.ts';
import type { DistrictContext } from '../district/context.ts';
import { writeParts } from '../harmonize/make-table.ts';
import { worldOf } from '../harmonize/world.ts';
import { deliveryOfKey } from '../intake/delivery.ts';
import { currentManifest, releaseIds } from '../release/release-store.ts';
import {
  checkSchema,
  type FileFacts,
  type IdentifyFacts,
  planSchema,
  readFacts,
  writeFacts,
} from '../run/facts.ts';
import { identify } from './identify.ts';
import { matchTokens } from './match-tokens.ts';
import { gatherOptOuts } from './opt-outs.ts';
import { forgetPeople, gatherPeople, type ToldFile, tellsNames, valuesKey } from './people.ts';

/** Id systems whose ids only students have. */
const studentSystemPattern = /_student(_resource)?$/;

/** Sources that say who is a student here; the others say what somebody did. */
const rosterKinds: ReadonlySet<Contract['authority']> = new Set(['sis', 'roster']);

export async function identifyRun(context: DistrictContext, runId: string): Promise<IdentifyFacts> {
  const { lake, district } = context;
  const plan = await readFacts(lake, runId, 'plan', planSchema);
  const check = await readFacts(lake, runId, 'check', checkSchema);
  const before = await currentManifest(lake, district.district);
  const world = worldOf(context, check, plan.rebuild ? {} : before.tables);
  const session = await context.session();
  try {
    const seen = new Map<string, { module: string; received: string }>();
    for (const f of check.files) {
      if (f.status !== 'accepted' || f.seenKey === null) continue;
      seen.set(f.seenKey, { module: f.module, received: deliveryOfKey(f.landingKey, plan.date).received });
    }
    await gatherPeople({
      session,
      lake,
      contracts: context.contracts,
      fresh: toldFiles(context, check.files),
      before: plan.rebuild || before.releaseId === 'none' ? null : before.runId,
      runId,
    });
    const tokens = await matchTokens(session, context.keys);
    // From here on nobody has a name.
    await session.run('drop table identity_people');
    const found = await identify({
      session,
      lake,
      keys: context.keys,
      world,
      studentSystems: new Set(Object.keys(district.idSystems).filter((s) => studentSystemPattern.test(s))),
      rosters: context.contracts.filter((c) => rosterKinds.has(c.authority)).map((c) => c.module),
      alias: (module, system) => context.idSystem(module, system).name,
      seenFiles: await Promise.all(
        [...seen].map(async ([key, file]) => ({ ...file, path: await lake.fetch(key) })),
      ),
      tokens,
      runId,
    });
    const map =
      "select id_system, id, student_key, 'all' as part from identity_map_new order by id_system, id";
    const ids =
      "select module, id_system, id, first_seen, 'all' as part from identity_seen_new order by module, id_system, id";
    const optedOut = "select id_system, id, scope, 'all' as part from opt_out_new order by all";
    const optOuts = await gatherOptOuts(context, session);
    const facts: IdentifyFacts = {
      ...found,
      optOuts: { ...optOuts, unknown: await unknownOptOuts(session) },
      parts: {
        identity_map: await writeParts(session, world, 'identity_map', map, 'part', runId),
        identity_seen: await writeParts(session, world, 'identity_seen', ids, 'part', runId),
        opt_out: await writeParts(session, world, 'opt_out', optedOut, 'part', runId),
      },
    };
    await writeFacts(lake, runId, 'identify', facts);
    await forgetPeople(lake, new Set([...(await releaseIds(lake)), runId]));
    return facts;
  } finally {
    session.close();
  }
}

/** The identity files that lie beside the ids of the files accepted in this run. */
function toldFiles({ contracts }: DistrictContext, files: readonly FileFacts[]): ToldFile[] {
  const told = new Map<string, ToldFile>();
  for (const { module, table, status, seenKey } of files) {
    const contract = contracts.find((c) => c.module === module)?.tables[table];
    if (status !== 'accepted' || seenKey === null || !tellsNames(contract)) continue;
    const key = valuesKey(seenKey);
    told.set(key, { module, table, key });
  }
  return [...told.values()];
}

/** An opt-out of an id that no source ever showed: a slip of typing, or somebody who is not here yet. */
async function unknownOptOuts(session: Session): Promise<number> {
  const [row] = await session.rows(
    'select count(*) as n from (select distinct id_system, id from opt_out_new) as o anti join identity_seen_new as s using (id_system, id)',
  );
  return Number(row?.n ?? 0);
}
