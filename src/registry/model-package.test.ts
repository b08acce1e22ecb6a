// A model in a folder: every byte comes in as it went out, and a folder that is not as it was written is refused.
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPackage, writePackage } from './model-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-package-'));
afterAll(() => rmSync(folder, { recursive: true }));
let places = 0;

const about = {
  task: 'dropout',
  modelId: 'dropout-0123456789ab',
  district: 'elsewhere',
  approvedOn: '2026-03-10',
  version: 'v1',
};
const here = () => 'v1';

/** A model as the gate keeps it, with the given weights. */
function candidate(weights: Uint8Array, more: { format?: number; task?: string; name?: string } = {}) {
  const json = (document: object) => Buffer.from(JSON.stringify(document));
  const evaluation = {
    task: { sentence: 's', not_used: [] },
    model: { name: more.name ?? about.modelId, chosen: 'boosted' },
    data: { cohorts: { test: [] }, judged_students: 3 },
    measures: {},
  };
  const model = { format: more.format ?? 1, task: more.task ?? 'dropout', family: 'boosted' };
  const files = new Map([
    ['candidate/calibration.json', json({ chosen: 'boosted' })],
    ['candidate/evaluation.json', json(evaluation)],
    ['candidate/boosted/model.json', json(model)],
    ['candidate/boosted/weights.ubj', Buffer.from(weights)],
    ['model-card.md', Buffer.from('# card\n')],
  ]);
  const sums = (prefix: string, names: string[]) =>
    names
      .map((name) => {
        const digest = createHash('sha256').update(files.get(`${prefix}/${name}`) ?? '');
        return `${digest.digest('hex')}  ${name}\n`;
      })
      .join('');
  files.set('candidate/SHA256SUMS', Buffer.from(sums('candidate', ['calibration.json', 'evaluation.json'])));
  files.set(
    'candidate/boosted/SHA256SUMS',
    Buffer.from(sums('candidate/boosted', ['model.json', 'weights.ubj'])),
  );
  return files;
}

const place = () => join(folder, String(places++));
const refused = (from: string, code = 'MODEL_PACKAGE_DAMAGED') =>
  expect(() => readPackage(from, here)).toThrow(expect.objectContaining({ code }));

describe('a model in a folder', () => {
  it('comes in byte for byte as it went out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (weights) => {
        const to = place();
        const files = candidate(weights);
        writePackage(to, about, files);
        const found = readPackage(to, here);
        expect(found.about).toEqual(about);
        expect(new Map(found.files)).toEqual(files);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused when any one byte of any of its files was changed', () => {
    const to = place();
    writePackage(to, about, candidate(Uint8Array.of(1, 2, 3)));
    const paths = readdirSync(to, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), (path, at, by) => {
        const before = readFileSync(path);
        const bytes = Buffer.from(before);
        const i = at % bytes.length;
        bytes[i] = (bytes[i] ?? 0) ^ by;
        writeFileSync(path, bytes);
        try {
          refused(to);
        } finally {
          writeFileSync(path, before);
        }
      }),
      { numRuns: 200 },
    );
    expect(() => readPackage(to, here)).not.toThrow();
  });

  it('is written over no other folder', () => {
    const to = place();
    writePackage(to, about, candidate(Uint8Array.of(1)));
    expect(() => writePackage(to, about, candidate(Uint8Array.of(2)))).toThrow('not empty');
  });
});

describe('a folder that is no model of this version', () => {
  let to: string;
  beforeEach(() => {
    to = place();
  });

  it('is refused when what the task looks at is defined otherwise here', () => {
    writePackage(to, { ...about, version: 'v0' }, candidate(Uint8Array.of(1)));
    refused(to, 'MODEL_PACKAGE_VERSION');
    expect(() => readPackage(to, () => undefined)).toThrow('there is no task dropout here');
  });

  it.each([
    ['another format of weights', { format: 2 }],
    ['another task', { task: 'chronic_absence' }],
    ['another name', { name: 'dropout-ba9876543210' }],
  ])('is refused with %s inside', (_, more) => {
    writePackage(to, about, candidate(Uint8Array.of(1), more));
    refused(to);
  });

  it('is refused with a file too many, one too few, a link, or nothing in it', () => {
    writePackage(to, about, candidate(Uint8Array.of(1)));
    writeFileSync(join(to, 'candidate', 'weights.pkl'), 'x');
    refused(to);
    rmSync(join(to, 'candidate', 'weights.pkl'));
    rmSync(join(to, 'model-card.md'));
    refused(to);
    symlinkSync('/etc/hostname', join(to, 'model-card.md'));
    refused(to);
    mkdirSync(join(to, 'empty'));
    refused(join(to, 'empty'));
    refused(join(to, 'absent'));
  });
});
