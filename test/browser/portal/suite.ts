// The portal as a person meets it.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Tally } from '../tally.ts';
import { does } from './does.ts';
import { looks } from './looks.ts';
import { shots } from './shots.ts';
import { openVisited } from './visit.ts';

export async function portalSuite(tally: Tally, browser: Browser, out: string): Promise<void> {
  const visited = await openVisited(browser);
  try {
    await does(tally, visited);
    await looks(tally, visited);
    await tally.test('pictures', 'of every kind of page', async () => {
      tally.note('pictures', `${await shots(visited, join(out, 'portal'))} in ${join(out, 'portal')}`);
    });
  } finally {
    await visited.serving.close();
    visited.made.close();
  }
}
