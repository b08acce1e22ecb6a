// Charts are the same bytes for the same numbers, hold no script or style, and say in words what they cannot show.
import { describe, expect, it } from '@jest/globals';
import { gallery } from './gallery.ts';
import { paper, screen } from './theme.ts';

describe.each(gallery.map(({ name, chart }) => ({ name, chart })))('$name', ({ chart }) => {
  it('is a picture with a title and a description', () => {
    const svg = chart.draw(screen);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title ');
    expect(svg).toContain('<desc ');
    expect(svg).not.toMatch(/<script|<style|style=|on[a-z]+=|NaN|undefined/);
  });

  it('is drawn the same twice', () => {
    expect(chart.draw(paper)).toBe(chart.draw(paper));
  });

  it('fits a telephone and keeps its text at 12 px', () => {
    const svg = chart.draw(screen);
    expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(288);
    for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(12);
  });

  it('stands on a table with as many cells as columns', () => {
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
  });
});
