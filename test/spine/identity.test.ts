// Who is who in a synthetic district, held against the planted truth: everybody is found, and nobody becomes another.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { fileKeyRing } from '../../src/adapters/file-key-ring.ts';
import { addDecision } from '../../src/identity/decisions.ts';
import type { ReviewPair } from '../../src/identity/resolve.ts';
import { readReview } from '../../src/identity/review.ts';
import { pseudonymPurpose } from '../../src/pseudonym/key-ring.ts';
import { pseudonymOf } from '../../src/pseudonym/pseudonym.ts';
import { requestRebuild } from '../../src/run/rebuild.ts';
import type { RunReport } from '../../src/run/run-report.ts';
import { type Simulated, simulated } from './simulated.ts';
import { filesBelow, type TrialDistrict, trialDistrict } from './trial-district.ts';

const modules = {
  contoso_sis: {},
  insights: {},
  iready: { idSystems: { iready_student: 'sis_student' } },
};
const names = Object.keys(modules);

interface Person {
  readonly human: string;
  readonly given: string;
  readonly family: string;
  readonly hasAccount: boolean;
  readonly slip: string;
  /** Every id of the record as `<id system>:<pseudonym>`. */
  readonly sis: string;
  readonly roster: string;
  readonly practice: string;
  readonly refs: readonly string[];
}

async function people(source: Simulated, district: TrialDistrict): Promise<Person[]> {
  const keys = fileKeyRing(join(district.home, 'keys', 'pseudonym.key'), district.name);
  const ref = async (system: string, id = '') => {
    const normal = id.toLowerCase().replaceAll('-', '');
    return `${system}:${pseudonymOf(await keys.subkey(pseudonymPurpose(system)), normal)}`;
  };
  const [header = '', ...lines] = readFileSync(join(source.folder, 'truth', 'people.csv'), 'utf8')
    .trim()
    .split('\n');
  const at = (row: readonly string[], name: string) => row[header.split(',').indexOf(name)] ?? '';
  return Promise.all(
    lines.map(async (line) => {
      const row = line.split(',');
      const sis = await ref('sis_student', at(row, 'sis_id'));
      const roster = await ref('insights_person', at(row, 'insights_person_id'));
      const others = [
        await ref('aad_object', at(row, 'aad_object_id')),
        await ref('clever_user', at(row, 'clever_user_id')),
      ];
      return {
        human: at(row, 'human_id'),
        given: at(row, 'given_name'),
        family: at(row, 'family_name'),
        hasAccount: at(row, 'aad_object_id') !== '',
        slip: at(row, 'iready_id_slip'),
        sis,
        roster,
        practice: await ref('sis_student', at(row, 'iready_id')),
        refs: [sis, roster, ...others],
      };
    }),
  );
}

async function keysOf(district: TrialDistrict): Promise<Map<string, string>> {
  const rows = await district.rows(
    "select id_system || ':' || id, student_key from student_identifier where student_key is not null",
  );
  return new Map(rows.map(([id, key]) => [String(id), String(key)]));
}

describe('the identity map of a synthetic district', () => {
  let source: Simulated;
  let district: TrialDistrict;
  let truth: Person[];
  let report: RunReport;
  let keys: Map<string, string>;
  let review: ReviewPair[];
  let day: string;

  beforeAll(async () => {
    source = await simulated(120, 21, 3);
    district = trialDistrict(names, { modules });
    day = source.days[0]?.run_date ?? '';
    source.land(district, 'day-0', names);
    report = await district.run(day);
    truth = await people(source, district);
    keys = await keysOf(district);
    review = await readReview(directoryLake(district.home));
  });

  afterAll(() => {
    district.remove();
    rmSync(source.folder, { recursive: true, force: true });
  });

  it('finds by name and birth date the students whom no id joins to the roster', async () => {
    const named = new Set(
      (
        await district.rows(
          "select id_system || ':' || student_id from student_version where module = 'contoso_sis'",
        )
      ).map(([id]) => String(id)),
    );
    const undecided = new Set(review.flatMap((r) => [r.a, r.b]));
    const strays = truth.filter((p) => !p.hasAccount && named.has(p.sis) && !undecided.has(p.roster));
    const found = strays.filter((p) => keys.has(p.sis) && keys.get(p.roster) === keys.get(p.sis));
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found).toEqual(strays);
    expect(report.links.name_birth_date).toBe(found.length);
  });

  it('gives no two humans one key', () => {
    const humans = new Map<string, Set<string>>();
    for (const p of truth) {
      for (const ref of p.refs) {
        const key = keys.get(ref);
        if (key !== undefined) humans.set(key, (humans.get(key) ?? new Set()).add(p.human));
      }
    }
    expect(humans.size).toBeGreaterThan(110);
    expect([...humans].filter(([, set]) => set.size > 1)).toEqual([]);
  });

  it('asks a person about nobody but records of one human', () => {
    const human = new Map(truth.flatMap((p) => p.refs.map((ref) => [ref, p.human] as const)));
    expect(report.review).toBe(review.length);
    expect(review.filter((r) => human.get(r.a) !== human.get(r.b))).toEqual([]);
  });

  it('does not guess at an id typed with a zero too many: it is listed as unmatched', async () => {
    const typed = truth.filter((p) => p.slip === 'zero_padded').map((p) => p.practice);
    const seen = await district.rows(
      "select id_system || ':' || id from unmatched_identifier where module = 'iready'",
    );
    const listed = new Set(seen.map(([id]) => String(id)));
    const known = typed.filter((id) => listed.has(id) || keys.has(id));
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter((id) => !listed.has(id))).toEqual([]);
  });

  it('writes no name into facts, manifests or the review queue', () => {
    const wanted = truth.slice(0, 40).map((p) => p.family.toLowerCase());
    const zones = ['releases', 'runs', 'identity/review.jsonl'];
    const written = zones.flatMap((zone) => filesOf(join(district.home, zone)));
    expect(written.length).toBeGreaterThan(5);
    const found = written.filter((file) => {
      const text = readFileSync(file, 'latin1').toLowerCase();
      return wanted.some((name) => text.includes(name));
    });
    expect(found).toEqual([]);
  });

  it('follows a decision, takes it back with the former keys, and keeps both through a rebuild', async () => {
    const lake = directoryLake(district.home);
    const [one, two] = truth.filter((p) => p.hasAccount && keys.has(p.sis));
    if (!one || !two) throw new Error('the district is too small');
    const decide = (kind: 'merge' | 'unmerge') =>
      addDecision(lake, { kind, a: one.sis, b: two.sis, by: 'Ada Park', at: '2026-03-02' });
    const pair = async () => {
      const now = await keysOf(district);
      return [now.get(one.sis), now.get(two.roster)];
    };
    const before = [keys.get(one.sis), keys.get(two.roster)];
    await decide('merge');
    await district.run(day);
    const [kept, moved] = await pair();
    expect(kept).toBe(moved);
    expect(before).toContain(kept);
    await decide('unmerge');
    await requestRebuild(lake, 'test');
    await district.run(day);
    expect(await pair()).toEqual(before);
    expect(await keysOf(district)).toEqual(keys);
  });
});

function filesOf(path: string): string[] {
  return path.endsWith('.jsonl') ? [path] : filesBelow(path);
}
