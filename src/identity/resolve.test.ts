// Who is one student: links first, then name and birth date, never against evidence; people's decisions last.
import { describe, expect, it } from '@jest/globals';
import type { Link } from './clusters.ts';
import { type Decision, decided } from './decisions.ts';
import type { Bearer } from './match-tokens.ts';
import { type ResolveInput, resolve } from './resolve.ts';

const bearer = (id: string, ...modules: string[]): Bearer => ({ id, modules });

/** SIS record 1 with its Clever account; a roster person who shares name and birth date with it. */
const usual: ResolveInput = {
  ids: ['sis_student:1', 'clever_user:1', 'insights_person:1', 'sis_student:2'],
  links: [['sis_student:1', 'clever_user:1']],
  roles: new Map([['insights_person:1', 'student']]),
  studentSystems: new Set(['sis_student']),
  listed: new Set(['sis_student:1', 'sis_student:2', 'insights_person:1']),
  log: [],
  mint: (anchor) => `key of ${anchor}`,
  tokens: new Map([['t', [bearer('sis_student:1', 'office'), bearer('insights_person:1', 'roster')]]]),
  decided: { merges: [], unmerges: [] },
};

const decide = (...log: [Decision['kind'], string, string][]) =>
  decided(log.map(([kind, a, b]) => ({ kind, a, b, by: 'Ada Park', at: '2026-03-02' })));

const together = (input: ResolveInput, a: string, b: string): boolean => {
  const { keys } = resolve(input);
  return keys.get(a) !== undefined && keys.get(a) === keys.get(b);
};

describe('name and birth date', () => {
  it('join two groups that no id joins', () => {
    const { keys, linked, review } = resolve(usual);
    expect(keys.get('insights_person:1')).toBe('key of sis_student:1');
    expect([linked.name_birth_date, review]).toEqual([1, []]);
  });

  it('join nothing where one id system gave both an id: two people may share name and birth date', () => {
    const tokens = new Map([['t', [bearer('sis_student:1', 'office'), bearer('sis_student:2', 'office')]]]);
    const { keys, linked, review } = resolve({ ...usual, tokens });
    expect(keys.get('sis_student:1')).not.toBe(keys.get('sis_student:2'));
    expect(linked.name_birth_date).toBe(0);
    expect(review).toEqual([
      {
        a: 'sis_student:1',
        b: 'sis_student:2',
        student_key_a: 'key of sis_student:1',
        student_key_b: 'key of sis_student:2',
        doubt: 'same_id_system',
      },
    ]);
  });

  it('join nobody when a third group could be the one as well', () => {
    const bearers = ['sis_student:1', 'sis_student:2', 'insights_person:1'].map((id) => bearer(id, id));
    const { linked, review } = resolve({ ...usual, tokens: new Map([['t', bearers]]) });
    expect(linked.name_birth_date).toBe(0);
    expect(review.map((r) => r.doubt).sort()).toEqual([
      'same_id_system',
      'several_candidates',
      'several_candidates',
    ]);
  });

  it('join nobody through a chain of two tokens that ends at two records of one system', () => {
    const tokens = new Map([
      ['t', [bearer('sis_student:1', 'office'), bearer('insights_person:1', 'roster')]],
      ['u', [bearer('sis_student:2', 'office'), bearer('insights_person:1', 'roster')]],
    ]);
    expect(resolve({ ...usual, tokens }).linked.name_birth_date).toBe(0);
  });

  it('leave apart whom one source tells as two', () => {
    const tokens = new Map([
      ['t', [bearer('sis_student:1', 'roster'), bearer('insights_person:1', 'roster')]],
    ]);
    expect(resolve({ ...usual, tokens }).review.map((r) => r.doubt)).toEqual(['same_source']);
  });

  it('never join a member of staff and a student', () => {
    const roles = new Map([
      ['insights_person:1', 'staff'],
      ['sis_student:1', 'student'],
    ] as const);
    expect(resolve({ ...usual, roles }).review.map((r) => r.doubt)).toEqual(['staff_and_student']);
  });

  it('take a crowd that shares one token for a placeholder, not for a person', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => bearer(`system_${i}:1`, `module_${i}`));
    const ids = crowd.map((b) => b.id);
    const { linked, review } = resolve({ ...usual, ids, links: [], tokens: new Map([['t', crowd]]) });
    expect([linked.name_birth_date, review.length]).toEqual([0, 39]);
  });
});

describe('an id that only a usage report shows', () => {
  const typo = 'sis_student:01';

  it('is nobody where the rosters list ids of its system and not this one', () => {
    const roles = new Map([[typo, 'student']] as const);
    const input = { ...usual, ids: [...usual.ids, typo], roles };
    expect(resolve(input).keys.has(typo)).toBe(false);
    const withAccount = { ...input, links: [[typo, 'clever_user:9']] as const };
    expect(resolve(withAccount).keys.has('clever_user:9')).toBe(false);
  });

  it('is a student where no roster knows its system, or there is none', () => {
    const ids = ['practice_student:7', typo];
    const roles = new Map([['practice_student:7', 'student']] as const);
    expect(resolve({ ...usual, ids, roles }).keys.has('practice_student:7')).toBe(true);
    expect(resolve({ ...usual, ids, roles, listed: new Set() }).keys.has(typo)).toBe(true);
  });
});

describe('a decision', () => {
  it('merges two records of one human; the older key stays and the other is retired', () => {
    const log = [
      { student_key: 'older', anchor: 'sis_student:2' },
      { student_key: 'newer', anchor: 'sis_student:1' },
    ];
    const input = { ...usual, log, decided: decide(['merge', 'sis_student:1', 'sis_student:2']) };
    const { keys, merged } = resolve(input);
    expect([keys.get('sis_student:1'), keys.get('sis_student:2')]).toEqual(['older', 'older']);
    expect(merged).toEqual([{ kept: 'older', retired: 'newer' }]);
  });

  it('taken back gives each record its former key again', () => {
    const log = [
      { student_key: 'older', anchor: 'sis_student:2' },
      { student_key: 'newer', anchor: 'sis_student:1' },
    ];
    const merge = ['merge', 'sis_student:1', 'sis_student:2'] as const;
    const input = {
      ...usual,
      log,
      decided: decide([...merge], ['unmerge', 'sis_student:2', 'sis_student:1']),
    };
    const { keys } = resolve(input);
    expect([keys.get('sis_student:1'), keys.get('sis_student:2')]).toEqual(['newer', 'older']);
  });

  it('keeps apart two ids that a source puts side by side, directly or through a third id', () => {
    const links: Link[] = [
      ['sis_student:1', 'clever_user:1'],
      ['sis_student:2', 'clever_user:1'],
    ];
    expect(together({ ...usual, links }, 'sis_student:1', 'sis_student:2')).toBe(true);
    const parted = { ...usual, links, decided: decide(['unmerge', 'sis_student:1', 'sis_student:2']) };
    expect(together(parted, 'sis_student:1', 'sis_student:2')).toBe(false);
    const turned = { ...parted, links: [...links].reverse() };
    expect(resolve(turned).keys).toEqual(resolve(parted).keys);
  });

  it('keeps apart two ids of like name, and asks no more about them', () => {
    const input = { ...usual, decided: decide(['unmerge', 'sis_student:1', 'insights_person:1']) };
    const { linked, review } = resolve(input);
    expect([linked.name_birth_date, review]).toEqual([0, []]);
  });

  it('about ids that nobody has seen makes no student', () => {
    const input = { ...usual, decided: decide(['merge', 'sis_student:8', 'sis_student:9']) };
    expect(resolve(input).keys.has('sis_student:8')).toBe(false);
  });
});
