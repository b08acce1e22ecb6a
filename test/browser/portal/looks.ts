// Every kind of page, at every width, in light, dark and print: axe finds nothing, nothing scrolls sideways, keys reach all.
import type { Page } from 'playwright-core';
import { axeFindings } from '../axe.ts';
import type { Tally } from '../tally.ts';
import { enter, type Visited } from './visit.ts';

const WIDTHS = [320, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;

export async function looks(tally: Tally, visited: Visited): Promise<void> {
  for (const [name, { path, role }] of Object.entries(visited.pages)) {
    const { context, page } = await enter(visited, role);
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(e.message));
    page.on('console', (m) => {
      if (m.type() === 'error' && !/status of 403/.test(m.text())) errors.push(m.text());
    });
    await page.goto(visited.serving.origin + path, { waitUntil: 'networkidle' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, media: 'screen' });
        await tally.test('axe, WCAG 2.2 AA', `${name}, ${width} px, ${colorScheme}`, () => axeIsQuiet(page));
      }
      await tally.test('no side scroll', `${name}, ${width} px`, () => fits(page));
    }
    await page.emulateMedia({ colorScheme: 'light', media: 'print' });
    // Nobody presses what is on paper.
    await tally.test('axe, WCAG 2.2 AA', `${name}, print`, () => axeIsQuiet(page, ['target-size']));
    await page.emulateMedia({ media: 'screen' });
    // 200 % on a window of 1280 is a window of 640.
    await page.setViewportSize({ width: 640, height: 450 });
    await tally.test('no side scroll', `${name}, 200 % zoom`, () => fits(page));
    await page.setViewportSize({ width: 1280, height: 900 });
    await tally.test('keyboard alone', name, () => keysReachAll(page));
    await tally.test('no error of the browser', name, async () => {
      if (errors.length > 0) throw new Error(errors.join('; '));
    });
    await context.close();
  }
}

async function axeIsQuiet(page: Page, but: readonly string[] = []): Promise<void> {
  const found = (await axeFindings(page)).filter((f) => !but.includes(f.id));
  if (found.length > 0)
    throw new Error(
      found
        .map(
          (f) =>
            `${f.id}: ${f.help}: ${f.nodes
              .map((n) => n.html.slice(0, 160))
              .slice(0, 3)
              .join(' | ')}`,
        )
        .join('\n  '),
    );
}

async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (over > 0) throw new Error(`${over} px too wide`);
}

/** Tab reaches every link, control and scrolling box once, in reading order, and each shows where the focus is. */
async function keysReachAll(page: Page): Promise<void> {
  const wanted = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, select, input:not([type=hidden]), summary, [tabindex="0"]',
      ),
    ];
    const shown = all.filter((e) => e.checkVisibility({ visibilityProperty: true }));
    shown.forEach((e, i) => {
      e.dataset.tab = String(i);
    });
    return shown.length;
  });
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const reached: string[] = [];
  for (let i = 0; i < wanted; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      if (!(e instanceof HTMLElement)) return { tab: 'nothing', seen: false };
      const style = getComputedStyle(e);
      return {
        tab: e.dataset.tab ?? e.tagName,
        seen: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (!at.seen) throw new Error(`the focus on element ${at.tab} cannot be seen`);
    reached.push(at.tab);
  }
  const missing = Array.from({ length: wanted }, (_, i) => String(i)).filter((t) => !reached.includes(t));
  if (missing.length > 0)
    throw new Error(`${missing.length} of ${wanted} are not reached: ${missing.slice(0, 5).join(', ')}`);
  const first = await page.evaluate(() => document.querySelector<HTMLElement>('[data-tab="0"]')?.className);
  if (first !== 'skip') throw new Error('the first stop is not the link to the page');
}
