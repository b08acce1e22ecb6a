// Match tokens: what two ids of one person have in common when no source puts them side by side. Names end here.
import { createHmac } from 'node:crypto';
import type { Session } from '../adapters/duckdb.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import { type IdRef, idRef } from './id-ref.ts';

/** Who carries a token: an id, and the modules that told its name or birth date. */
export interface Bearer {
  readonly id: IdRef;
  readonly modules: readonly string[];
}

/** A token to all its bearers: HMAC of given name, family name and birth date under a subkey of its own. */
export type MatchTokens = ReadonlyMap<string, readonly Bearer[]>;

/** From `identity_people`; a token that only one id bears matches nobody and is left out. */
export async function matchTokens(session: Session, keys: KeyRing): Promise<MatchTokens> {
  const subkey = await keys.subkey('match|1');
  const rows = await session.rows(`with whole as (
  select g.id_system, g.id, g.value as given, f.value as family, b.value as birth
  from (select distinct id_system, id, value from identity_people where field = 'given_name') as g
  join (select distinct id_system, id, value from identity_people where field = 'family_name') as f using (id_system, id)
  join (select distinct id_system, id, value from identity_people where field = 'birth_date') as b using (id_system, id)
),
shared as (select given, family, birth from whole group by all having count(*) > 1),
told as (select id_system, id, string_agg(distinct module, ',' order by module) as modules from identity_people group by all)
select id_system, id, modules, given, family, birth
from whole join shared using (given, family, birth) join told using (id_system, id)
order by id_system, id`);
  const tokens = new Map<string, Bearer[]>();
  for (const row of rows) {
    const token = createHmac('sha256', subkey)
      .update(`${row.given}|${row.family}|${row.birth}`)
      .digest('hex');
    const bearers = tokens.get(token) ?? [];
    bearers.push({
      id: idRef(String(row.id_system), String(row.id)),
      modules: String(row.modules).split(','),
    });
    tokens.set(token, bearers);
  }
  return tokens;
}
