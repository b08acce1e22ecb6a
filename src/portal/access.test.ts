// The matrix of who may read what, written down here a second time by hand, and addresses that must open nothing.
import { describe, expect, it } from '@jest/globals';
import { mayRead, maySpeak, prefixesOf, type Viewer } from './access.ts';

const by = `t${'0'.repeat(19)}`;
const R = 'r000007-2026-03-16';
const schools = ['north', 'south'];
const viewers: Readonly<Record<string, Viewer | null>> = {
  nobody: null,
  family: { by, role: 'family', school: null },
  teacher: { by, role: 'teacher', school: 'north' },
  counselor: { by, role: 'counselor', school: 'north' },
  'principal of north': { by, role: 'principal', school: 'north' },
  'principal of south': { by, role: 'principal', school: 'south' },
  analyst: { by, role: 'analyst', school: null },
  administrator: { by, role: 'administrator', school: null },
};
const zones = [
  'district/index.html',
  'schools/north/index.html',
  'schools/south/index.html',
  'named/north/index.html',
  'named/south/index.html',
  'office/reads.html',
];
//                            district  north  south  named n  named s  office
const matrix: Readonly<Record<string, readonly number[]>> = {
  nobody: /*               */ [0, 0, 0, 0, 0, 0],
  family: /*               */ [0, 0, 0, 0, 0, 0],
  teacher: /*              */ [1, 1, 0, 0, 0, 0],
  counselor: /*            */ [1, 1, 0, 1, 0, 0],
  'principal of north': /* */ [1, 1, 0, 1, 0, 0],
  'principal of south': /* */ [1, 0, 1, 0, 1, 0],
  analyst: /*              */ [1, 1, 1, 0, 0, 0],
  administrator: /*        */ [1, 1, 1, 0, 0, 1],
};

const opens = (name: string, path: string) => mayRead(prefixesOf(viewers[name] ?? null, R, schools), path);

describe('the matrix', () => {
  it.each(Object.keys(viewers))('of %s', (name) => {
    expect(zones.map((zone) => Number(opens(name, `/${R}/${zone}`)))).toEqual(matrix[name]);
  });

  it('opens no other release to anybody, and the assets to everybody', () => {
    for (const name of Object.keys(viewers)) {
      for (const zone of zones) expect(opens(name, `/r000006-2026-03-15/${zone}`)).toBe(false);
      expect(opens(name, '/assets/0123.css')).toBe(true);
    }
  });

  it('gives a school to nobody whose school the release has not', () => {
    const stranger: Viewer = { by, role: 'principal', school: 'west' };
    expect(prefixesOf(stranger, R, schools)).toEqual(['/assets/', `/${R}/district/`]);
  });
});

describe('an address', () => {
  it.each([
    `/${R}/schools/north/../south/index.html`,
    `/${R}/schools/north/%2e%2e/south/index.html`,
    `/${R}/schools/north%2findex.html`,
    `/${R}/schools/north//index.html`,
    `/${R}/schools/north/..`,
    `/${R}/schools/north\\..\\south/index.html`,
    `/${R}/schools/northern/index.html`,
    `/${R}/schools/north`,
    `/${R}/schools/north/.hidden`,
    `//${R}/schools/north/index.html`,
    `${R}/schools/north/index.html`,
    `/assets/../${R}/district/index.html`,
    `/${R}/schools/north/\u0000index.html`,
    '',
    '/',
  ])('%j opens nothing', (path) => {
    expect(opens('counselor', path)).toBe(false);
  });
});

describe('a word on an item', () => {
  it('is taken from staff who read the list of that school', () => {
    const speak = (name: string) => schools.map((s) => maySpeak(viewers[name] ?? null, s));
    expect(Object.keys(viewers).map((name) => [name, ...speak(name)])).toEqual([
      ['nobody', false, false],
      ['family', false, false],
      ['teacher', false, false],
      ['counselor', true, false],
      ['principal of north', true, false],
      ['principal of south', false, true],
      ['analyst', false, false],
      ['administrator', false, false],
    ]);
  });
});
