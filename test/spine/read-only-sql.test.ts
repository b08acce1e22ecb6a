// An analyst's query reads the release and nothing else of this machine, and changes nothing: attacked in many ways.

import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { openRelease, type ReleaseSession } from '../../src/query/release-session.ts';
import { attendanceFile, dayMark, lines } from './made-up-files.ts';
import { filesBelow, repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

let district: TrialDistrict;
let release: ReleaseSession;
let before: string[];
let names: string;
let part: string;

beforeAll(async () => {
  district = trialDistrict(['contoso_sis']);
  district.landText(
    'contoso_sis',
    'studentattendance-2026-01-12.csv',
    attendanceFile([dayMark('st1', '2026-01-12')]),
  );
  district.landText(
    'contoso_sis',
    '2026/students.csv',
    lines(['SIS ID,First Name,Last Name', 'st1,Xanthippe,Quillfeather']),
  );
  await district.run('2026-01-13');
  mkdirSync(join(district.home, 'tmp'), { recursive: true });
  writeFileSync(join(district.home, 'tmp', 'macro.sql'), 'create table t as select 1;');
  const lake = directoryLake(district.home);
  release = await openRelease(repository, lake, await district.manifest(), join(district.home, 'lake'));
  before = everything();
  names = filesBelow(join(district.home, 'identity')).find((f) => f.includes('/values/')) ?? '';
  part = filesBelow(join(district.home, 'lake')).find((f) => f.endsWith('.parquet')) ?? '';
});

afterAll(() => {
  release.close();
  district.remove();
});

/** Path and size of every file of the home. */
const everything = () => filesBelow(district.home).map((f) => `${f} ${statSync(f).size}`);

/** `~` is the district's home, `@` the file of names, `#` a file of the release. */
const meant = (sql: string) =>
  sql.replaceAll('~', district.home).replaceAll('@', names).replaceAll('#', part);

const readings = [
  "from '@'",
  "select * from read_parquet('@')",
  "select * from parquet_scan('@')",
  "select * from read_parquet(['#', '@'])",
  "select * from read_parquet('~/identity/**/*.parquet')",
  "select * from read_parquet('~/lake/../identity/values/**/*.parquet')",
  "select * from read_parquet('~/lake/core/../../identity/values/**/*.parquet')",
  "select * from parquet_metadata('@')",
  "select * from parquet_schema('@')",
  "select * from parquet_file_metadata('@')",
  "select * from parquet_kv_metadata('@')",
  "select * from parquet_bloom_probe('@', 'id', 'x')",
  "select * from read_text('~/keys/pseudonym.key')",
  "select * from read_blob('~/keys/pseudonym.key')",
  "select content from read_text('~/lake/../keys/pseudonym.key')",
  "select * from read_text('/etc/passwd')",
  "select * from read_csv('/etc/passwd')",
  "select * from read_csv_auto('~/raw/contoso_sis/**')",
  "select * from sniff_csv('/etc/passwd')",
  "select * from read_json('~/identity/minted.jsonl')",
  "select * from read_ndjson_objects('~/identity/minted.jsonl')",
  "select * from read_json_objects('~/releases/current.json')",
  "select * from glob('/etc/*')",
  "select * from glob('~/identity/**')",
  "select * from glob('~/lake/../identity/**')",
  "select * from 'https://example.org/x.parquet'",
  "select * from query('from read_text(''/etc/passwd'')')",
  "select * from query_table('@')",
  "select (select content from read_text('~/keys/pseudonym.key')) from student limit 1",
  "with k as materialized (select * from read_text('~/keys/pseudonym.key')) select * from k",
  "select * from student where student_key in (select content from read_text('/etc/passwd'))",
  "select getenv('HOME')",
  "explain analyze select * from read_text('/etc/passwd')",
  "describe select * from read_parquet('@')",
  "summarize from '@'",
  "select * from sqlite_scan('~/x.db', 't')",
  "select * from json_execute_serialized_sql(json_serialize_sql('select * from read_text(''/etc/passwd'')'))",
  "pivot '@' on field",
];

const changes = [
  "copy (select 1) to '~/lake/evil.csv'",
  "copy student to '/tmp/evil.csv'",
  "explain analyze copy (select 1) to '~/lake/evil.csv'",
  "explain analyze copy (select 1) to '~/lake/evil.parquet' (format parquet)",
  'explain analyze create table evil as select 1',
  'explain analyze drop view student_engagement',
  "explain/**/analyze copy (select 1) to '~/lake/evil.csv'",
  "/**/explain analyze copy (select 1) to '~/lake/evil.csv'",
  "explain analyze explain analyze copy (select 1) to '~/lake/evil.csv'",
  "explain (analyze) copy (select 1) to '~/lake/evil.csv'",
  "select * from enable_logging(storage = 'file', storage_path = '~/lake/evil')",
  "select * from main.enable_logging('QueryLog', storage = 'file', storage_path = '~/lake/evil')",
  "select * from \"Enable_Logging\"(storage = 'file', storage_path = '~/lake/evil')",
  "select * from enable_profiling(format = 'json', save_location = '#')",
  "select (select count(*) from enable_profiling(format = 'json', save_location = '~/lake/evil.json'))",
  "from query('from enable_profiling(format = ''json'', save_location = ''~/lake/evil.json'')')",
  'select * from checkpoint()',
  'select * from truncate_duckdb_logs()',
  'with a as (select 1) insert into load_file select * from load_file',
  "explain copy (select 1) to '~/lake/evil.csv'",
  "export database '~/lake/evil'",
  "import database '~/tmp'",
  "attach '~/lake/evil.db' as evil",
  "attach ':memory:' as evil",
  'detach memory',
  'use memory',
  'create table evil as select 1',
  'create temp table evil as select 1',
  'create or replace view student_engagement as select 1',
  "create macro evil() as table select * from read_text('/etc/passwd')",
  "create secret evil (type s3, key_id 'x')",
  'create schema evil',
  'create sequence evil',
  "create type evil as enum ('a')",
  'drop view student_engagement',
  'alter view student_engagement rename to evil',
  'insert into load_file select * from load_file',
  'delete from student',
  "update student set student_key = 'x'",
  'truncate student',
  'merge into student using student as s on true when matched then delete',
  'install httpfs',
  'load httpfs',
  'set enable_external_access = true',
  "set allowed_directories = ['/']",
  'set lock_configuration = false',
  "set global memory_limit = '90GB'",
  'reset allowed_directories',
  'set variable x = 1',
  'pragma enable_external_access = true',
  "pragma memory_limit = '1GB'",
  "pragma import_database('~/tmp')",
  'call pragma_version()',
  "prepare p as copy (select 1) to '~/lake/evil.csv'",
  'execute p',
  'select 1; drop view student_engagement',
  "select 1; copy (select 1) to '~/lake/evil.csv'",
  'begin transaction',
  'checkpoint',
  'vacuum',
  'analyze',
  '',
  ';',
];

describe('a query of the release', () => {
  it.each(readings)('cannot read elsewhere: %s', async (sql) => {
    const failure = await release.ask(meant(sql)).then(
      ({ rows }) => `answered ${JSON.stringify(rows)}`,
      (error: unknown) => (error instanceof Error ? error.name + error.message : ''),
    );
    expect(failure).toMatch(/^(QueryError|Error)/);
    expect(failure).not.toMatch(/Xanthippe|Quillfeather|root:|5eed/);
  });

  it.each(changes)('cannot change anything: %s', async (sql) => {
    await expect(release.ask(meant(sql))).rejects.toThrow();
    expect(everything()).toEqual(before);
  });

  it('answers what an analyst asks, in all the ways to ask it', async () => {
    for (const sql of [
      'select student_key from student_engagement',
      'from student_engagement select student_key;',
      'with s as (select * from student_engagement) select student_key from s',
      'table student_engagement',
      'explain select * from student_engagement',
      'explain analyze select * from student_engagement',
      'describe student_engagement',
      'summarize student_engagement',
      "select table_name from information_schema.tables where table_name = 'student_day'",
      '/* note */ select 1 -- one; only',
      "select ';' as sign",
      'values (1)',
    ])
      expect([sql, (await release.ask(sql)).rows.length > 0]).toEqual([sql, true]);
  });

  it('sees neither names nor ids in any table it can list', async () => {
    const tables = await release.ask('select distinct table_name from information_schema.tables');
    for (const [table] of tables.rows) {
      const { rows } = await release.ask(`select * from ${String(table)}`);
      expect(JSON.stringify(rows)).not.toMatch(/Xanthippe|Quillfeather|"st1"/);
    }
  });
});
