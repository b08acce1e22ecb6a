// Files of champions and of the registry: none is removed before its successor is known to be there, damage has a name.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import type { Lake } from '../lake/lake.ts';
import { moveChampions } from './gate-step.ts';
import { archivePrefix, championPrefix, type Registry, readRegistry, registryKey } from './registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-champions-'));
let lake: Lake;
let places = 0;

beforeEach(() => {
  lake = directoryLake(join(folder, String(places++)));
});

afterAll(() => rmSync(folder, { recursive: true }));

const using = (champion: string | null): Registry => ({
  format: 1,
  tasks: { dropout: { champion, since: '2026-03-10', reasons: [], learnt: '', models: [] } },
});
const files = ['SHA256SUMS', 'boosted/model.json', 'calibration.json'];
const keep = async (model: string) => {
  for (const file of files)
    await lake.writeText(`${archivePrefix('dropout', model)}/candidate/${file}`, model);
};
const inUse = async () => {
  const keys = (await lake.list(`${championPrefix('dropout')}/`)).sort();
  return Promise.all(
    keys.map(async (key) => [key.slice(championPrefix('dropout').length + 1), await lake.readText(key)]),
  );
};

describe('a champion', () => {
  it('is copied whole when it comes into use, and taken off whole', async () => {
    await keep('m1');
    await moveChampions(lake, using(null), using('m1'));
    expect(await inUse()).toEqual(files.map((file) => [file, 'm1']));
    await moveChampions(lake, using('m1'), using(null));
    expect(await inUse()).toEqual([]);
  });

  it('stays when the files of the next one are gone', async () => {
    await keep('m1');
    await moveChampions(lake, using(null), using('m1'));
    await expect(moveChampions(lake, using('m1'), using('m2'))).rejects.toThrow('are not there any more');
    expect(await inUse()).toEqual(files.map((file) => [file, 'm1']));
  });

  it('is made whole again when its folder is half there', async () => {
    await keep('m1');
    await lake.writeText(`${championPrefix('dropout')}/calibration.json`, 'm0');
    await moveChampions(lake, using('m1'), using('m1'));
    expect(await inUse()).toEqual(files.map((file) => [file, 'm1']));
  });

  it('whose copy is not kept goes on', async () => {
    await lake.writeText(`${championPrefix('dropout')}/SHA256SUMS`, 'm1');
    await moveChampions(lake, using('m1'), using('m1'));
    expect(await inUse()).toEqual([['SHA256SUMS', 'm1']]);
  });
});

describe('a damaged registry', () => {
  it.each([
    ['{"format": 1, "tasks": {"drop', 'it is no JSON'],
    ['{"format": 2, "tasks": {}}', 'see format'],
    ['{"format": 1, "tasks": {"dropout": {"champion": 7}}}', 'see tasks.dropout.champion'],
    ['[]', 'it has another form'],
  ])('%p is named with its place', async (text, place) => {
    await lake.writeText(registryKey, text);
    await expect(readRegistry(lake)).rejects.toMatchObject({
      code: 'MODEL_FILE_DAMAGED',
      where: registryKey,
      message: `A file of the models is not what was written: ${place}.`,
    });
  });
});
