// The made-up portal served on this machine, and people who sign in to it with a browser.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Serving, serve } from '../../../src/portal/server/serve.ts';
import { type MadeSite, madeSite } from '../../portal/made-site.ts';
import { schoolKey, studentKey } from '../../portal/made-up.ts';

export interface Visited {
  readonly made: MadeSite;
  readonly serving: Serving;
  readonly browser: Browser;
  /** Every kind of page by name: its address, and the role that reads it. */
  readonly pages: Readonly<Record<string, { readonly path: string; readonly role: string | null }>>;
}

export async function openVisited(browser: Browser): Promise<Visited> {
  const made = await madeSite({
    schools: [
      { '09': 160, '10': 150, '11': 6, '12': 8 },
      { KG: 140, '01': 145, '02': 30 },
      { '06': 180, '07': 170 },
    ],
    weeks: 12,
    listed: 4,
    others: ['es'],
  });
  const serving = await serve(made.app, 0);
  const R = made.site.release;
  const [A, school] = [schoolKey(0), `/${R}/schools/${schoolKey(0)}`];
  const staff = (path: string) => ({ path, role: 'counselor' });
  return {
    made,
    serving,
    browser,
    pages: {
      'sign in': { path: `/sign-in?start=${made.site.start}`, role: null },
      district: staff(`/${R}/district/index.html`),
      overview: staff(`/${R}/district/overview.html`),
      'data health': staff(`/${R}/district/data.html`),
      models: staff(`/${R}/district/models.html`),
      'how to read': staff(`/${R}/district/read.html`),
      school: staff(`${school}/index.html`),
      grade: staff(`${school}/grade-09.html`),
      classes: staff(`${school}/classes.html`),
      // Of a school without a hidden grade: where one is hidden, so are the classes that could give it away.
      class: { path: `/${R}/schools/${schoolKey(2)}/class-section-2-1.html`, role: 'analyst' },
      list: staff(`/${R}/named/${A}/index.html`),
      student: staff(`/${R}/named/${A}/student-${studentKey(1)}.html`),
      'district in Spanish': staff(`/${R}/district/es/index.html`),
      'school in Spanish': staff(`${school}/es/index.html`),
      'classes in Spanish': staff(`${school}/es/classes.html`),
      refused: staff(`/${R}/named/${schoolKey(1)}/index.html`),
      reads: { path: `/${R}/office/reads.html`, role: 'administrator' },
    },
  };
}

/** A window of its own for a person; null is nobody. */
export async function enter(
  { browser, made, serving }: Visited,
  role: string | null,
  options: BrowserContextOptions = {},
  school = schoolKey(0),
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  if (role !== null) {
    const user = made.site.users.find(
      (u) => u.viewer.role === role && (u.school === null || u.viewer.school === school),
    );
    await page.goto(`${serving.origin}/sign-in?start=${made.site.start}`);
    await page.locator(`button[value="${user?.viewer.by}"]`).click();
    await page.waitForLoadState();
  }
  return { context, page };
}
