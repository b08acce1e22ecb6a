// Pictures of every kind of page, for people to look at: dist/test/browser/<page>-<width>.png
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { enter, type Visited } from './visit.ts';

export async function shots(visited: Visited, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  for (const [name, { path, role }] of Object.entries(visited.pages)) {
    const { context, page } = await enter(visited, role);
    await page.goto(visited.serving.origin + path, { waitUntil: 'networkidle' });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({
        path: join(folder, `${name.replaceAll(' ', '-')}-${width}.png`),
        fullPage: true,
      });
      taken += 1;
    }
    await context.close();
  }
  return taken;
}
