// Puts together what the identity and harmonize steps read: the catalogue, the run's batches and the release before.
import type { DistrictContext } from '../district/context.ts';
import type { Manifest } from '../release/manifest.ts';
import type { CheckFacts } from '../run/facts.ts';
import { type BindingWorld, feedsOf } from './bindings.ts';
import { readCatalog } from './sql-catalog.ts';

export function worldOf(
  context: DistrictContext,
  check: CheckFacts,
  tables: Manifest['tables'],
): BindingWorld {
  const catalog = readCatalog(context.root);
  const modules = context.contracts.map((c) => c.module);
  return {
    root: context.root,
    lake: context.lake,
    catalog,
    modules,
    batches: check.batches,
    tables,
    firstMonth: context.district.calendar.firstMonth,
    feeds: feedsOf(context.root, catalog, modules),
    idSystems: Object.fromEntries(modules.map((m) => [m, context.district.modules[m]?.idSystems ?? {}])),
  };
}
