// A letter names the measures that a source's table is counted for, and no other.
import { describe, expect, it } from '@jest/globals';
import { definitionsRoot } from '../definitions/definitions.ts';
import { readCatalog } from '../harmonize/sql-catalog.ts';
import { readMetrics } from '../metrics/registry.ts';
import { COUNTED_FOR, heldBackMetrics, mappedBelow } from './held-back-numbers.ts';

const root = definitionsRoot();

describe('the measures that wait for a table', () => {
  it.each([
    [
      'clever',
      'daily_participation',
      ['digital_engagement_days', 'digital_engagement_minutes', 'hybrid_engagement'],
    ],
    ['contoso_sis', 'studentsectionmark', ['courses_passed', 'on_track']],
    ['no_module', 'no_table', []],
  ])('%s.%s: %j', (module, table, metrics) => {
    expect(heldBackMetrics(root, module, table)).toEqual(metrics);
  });

  it('of attendance are among those that attendance is counted for', () => {
    const found = heldBackMetrics(root, 'contoso_sis', 'studentattendance');
    expect(found).toEqual(expect.arrayContaining(['chronic_absence', 'check_in_list']));
    expect(found).not.toContain('digital_engagement_minutes');
  });

  it('are all known to the registry, and each is counted from an event', () => {
    const named = new Set(Object.values(COUNTED_FOR).flat());
    const registry = readMetrics().map((m) => m.metric);
    expect([...named].filter((m) => !registry.includes(m))).toEqual([]);
    expect(registry.filter((m) => !named.has(m))).toEqual(['enrollment']);
  });

  it('read the event by the lineage of the SQL, where it has one', () => {
    const catalog = readCatalog(root);
    const views = new Map(readMetrics().map((m) => [m.metric, m.sql.view]));
    const unread = Object.entries(COUNTED_FOR).flatMap(([target, metrics]) =>
      metrics.filter((metric) => {
        const read = mappedBelow(catalog, views.get(metric) ?? '');
        return read.size > 0 && !read.has(target);
      }),
    );
    expect(unread).toEqual([]);
  });
});
