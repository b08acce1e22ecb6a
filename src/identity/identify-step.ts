// The identity step of a run: publishes the identity map and the list of ids seen as tables of the coming release.
import type { DistrictContext } from '../district/context.ts';
import { writeParts } from '../harmonize/make-table.ts';
import { worldOf } from '../harmonize/world.ts';
import { deliveryOfKey } from '../intake/delivery.ts';
import { currentManifest } from '../release/release-store.ts';
import { checkSchema, type IdentifyFacts, planSchema, readFacts, writeFacts } from '../run/facts.ts';
import { identify } from './identify.ts';

/** Id systems whose ids only students have. */
const studentSystemPattern = /_student(_resource)?$/;

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
    const found = await identify({
      session,
      lake,
      keys: context.keys,
      world,
      studentSystems: new Set(Object.keys(district.idSystems).filter((s) => studentSystemPattern.test(s))),
      alias: (module, system) => context.idSystem(module, system).name,
      seenFiles: await Promise.all(
        [...seen].map(async ([key, file]) => ({ ...file, path: await lake.fetch(key) })),
      ),
      runId,
    });
    const map =
      "select id_system, id, student_key, 'all' as part from identity_map_new order by id_system, id";
    const ids =
      "select module, id_system, id, first_seen, 'all' as part from identity_seen_new order by module, id_system, id";
    const facts: IdentifyFacts = {
      ...found,
      parts: {
        identity_map: await writeParts(session, world, 'identity_map', map, 'part', runId),
        identity_seen: await writeParts(session, world, 'identity_seen', ids, 'part', runId),
      },
    };
    await writeFacts(lake, runId, 'identify', facts);
    return facts;
  } finally {
    session.close();
  }
}
