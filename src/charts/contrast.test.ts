// Ink, accent and greys stand out from the paper by 3 to 1 (text by 4.5), on screen, in the dark and on paper; bands differ in grey too.
import { describe, expect, it } from '@jest/globals';
import { definitionsRoot, definitionText } from '../definitions/definitions.ts';
import { paper } from './theme.ts';

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const css = definitionText(definitionsRoot(), 'layout', 'page.css');
const palettes = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  ),
);
palettes.push({
  ...paper,
  'band-1': paper.ramp[0],
  'band-2': paper.ramp[1],
  'band-3': paper.ramp[2],
  'band-4': paper.ramp[3],
  rule: '#777777',
});

describe.each(palettes.map((p, i) => ({ where: ['light', 'dark', 'print', 'paper'][i], p })))(
  '$where',
  ({ p }) => {
    const of = (name: string) => String(p[name]);

    it.each(['ink', 'grey', 'accent'])('shows text in %s', (name) => {
      expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(4.5);
    });

    it('shows rules, and the outline of each band', () => {
      expect(contrast(of('rule'), of('paper'))).toBeGreaterThanOrEqual(3);
      expect(contrast(of('ink'), of('paper'))).toBeGreaterThanOrEqual(7);
    });

    it('has bands that go one way in grey, each a step from the last', () => {
      const greys = [1, 2, 3, 4].map((i) => luminance(of(`band-${i}`)));
      const down = (greys[0] ?? 0) > (greys[3] ?? 0);
      for (let i = 1; i < 4; i++) {
        const [a = 0, b = 0] = [greys[i - 1], greys[i]];
        expect(down ? a > b : a < b).toBe(true);
        expect(contrast(of(`band-${i}`), of(`band-${i + 1}`))).toBeGreaterThanOrEqual(1.4);
      }
    });
  },
);

it('reads four palettes', () => expect(palettes).toHaveLength(4));
