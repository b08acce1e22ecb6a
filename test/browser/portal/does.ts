// What people do with the portal: filter, sort, take a table along, say a word; with a slow line, and without scripts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { schoolKey } from '../../portal/made-up.ts';
import { same, type Tally } from '../tally.ts';
import { enter, type Visited } from './visit.ts';

export async function does(tally: Tally, visited: Visited): Promise<void> {
  await filters(tally, visited);
  await tables(tally, visited);
  await words(tally, visited);
  await withoutScripts(tally, visited);
  await slowLine(tally, visited);
}

/** Each card: its number with its dates, n and coverage. */
const numbersOn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-number]')].map((e) => [
        e.dataset.number ?? '',
        e.parentElement?.textContent ?? '',
      ]),
    ),
  );

/** Everything in the regions that the filters make: cards with their lines, pictures, tables. */
const regionsOn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[id^="region-"]')].map((e) => [
        e.id,
        e.innerHTML.replace(/ open=""/g, ''),
      ]),
    ),
  );

async function filters(tally: Tally, visited: Visited): Promise<void> {
  const { page, context } = await enter(visited, 'analyst');
  const address = visited.serving.origin + (visited.pages.overview?.path ?? '');
  await page.goto(address, { waitUntil: 'networkidle' });
  const all = { numbers: await numbersOn(page), regions: await regionsOn(page) };
  await tally.test('filters', 'the page shows at least seven cards before anything is chosen', async () => {
    if (Object.keys(all.numbers).length < 7) throw new Error(JSON.stringify(all.numbers));
  });
  const choose = (name: string, value: string) => page.locator(`select[name="${name}"]`).selectOption(value);
  const optionOf = (name: string, i: number) =>
    page.locator(`select[name="${name}"] option`).nth(i).getAttribute('value');
  const cases: [string, () => Promise<unknown>][] = [
    ['school', async () => choose('school', (await optionOf('school', 2)) ?? '')],
    ['grade', () => choose('grade', '09')],
    ['first week', async () => choose('from', (await optionOf('from', 5)) ?? '')],
    ['last week', async () => choose('to', (await optionOf('to', 6)) ?? '')],
    ['source', () => choose('source', 'insights')],
    [
      'school, weeks and source',
      async () => {
        await choose('school', schoolKey(2));
        await choose('from', (await optionOf('from', 7)) ?? '');
        await choose('source', 'insights');
      },
    ],
  ];
  for (const [name, act] of cases) {
    await tally.test(
      'filters',
      `${name}: every number changes, the address keeps it, a reload shows the same`,
      async () => {
        await page.goto(address, { waitUntil: 'networkidle' });
        await act();
        const numbers = await numbersOn(page);
        const still = Object.keys(numbers).filter(
          (k) => numbers[k] === all.numbers[k] && !unchanging(name, k),
        );
        if (still.length > 0) throw new Error(`unchanged: ${still.join(', ')}`);
        const regions = await regionsOn(page);
        const same_regions = Object.keys(regions).filter((k) => regions[k] === all.regions[k]);
        if (same_regions.length > 0) throw new Error(`unchanged: ${same_regions.join(', ')}`);
        if (new URL(page.url()).search === '') throw new Error('the address has no choice');
        await page.reload({ waitUntil: 'networkidle' });
        same(await numbersOn(page), numbers, 'after a reload');
        await page.locator('button[type=reset]').click();
        await page.waitForTimeout(50);
        same(await numbersOn(page), all.numbers, 'after "show everything"');
        same(new URL(page.url()).search, '', 'the address after "show everything"');
      },
    );
  }
  await tally.test('filters', 'an address with nonsense shows everything', async () => {
    await page.goto(`${address}?school=%3Cscript%3E&grade=99&from=x&source=`, { waitUntil: 'networkidle' });
    same(await numbersOn(page), all.numbers, 'numbers');
  });
  await tally.test('filters', 'a hidden grade says so', async () => {
    await page.goto(`${address}?school=${schoolKey(0)}&grade=11`, { waitUntil: 'networkidle' });
    const said = (await page.locator('#region-cards').textContent()) ?? '';
    if (!/hidden/i.test(said)) throw new Error(said.slice(0, 200));
  });
  await context.close();
}

/** A source that covers the later weeks alone is the same when it is chosen. */
const unchanging = (name: string, card: string): boolean => name === 'source' && card === 'source-insights';

async function tables(tally: Tally, visited: Visited): Promise<void> {
  const { page, context } = await enter(visited, 'analyst');
  await page.goto(visited.serving.origin + (visited.pages.overview?.path ?? ''), {
    waitUntil: 'networkidle',
  });
  const column = (i: number) => page.locator(`#school-table tbody tr > :nth-child(${i})`).allInnerTexts();
  await tally.test('tables', 'a column sorts up and down, by the keyboard too', async () => {
    await page.locator('#school-table th:nth-child(2) button').focus();
    await page.keyboard.press('Enter');
    const up = (await column(2)).map(Number);
    same(
      up,
      up.toSorted((a, b) => a - b),
      'up',
    );
    await page.keyboard.press('Enter');
    same((await column(2)).map(Number), up.toReversed(), 'down');
    same(await page.locator('#school-table th:nth-child(2)').getAttribute('aria-sort'), 'descending', 'said');
  });
  await tally.test('tables', 'the file of a table has the rows of the choice', async () => {
    await page.locator('select[name="school"]').selectOption(schoolKey(1));
    const waiting = page.waitForEvent('download');
    await page.locator('a[data-file="table"]').click();
    const text = readFileSync((await (await waiting).path()) ?? '', 'utf8');
    same(text.trim().split('\r\n').length, 2, 'lines');
    if (!text.includes('School 1')) throw new Error(text);
  });
  await tally.test('tables', 'each table has a file that opens', async () => {
    for (const name of ['district', 'school', 'data health', 'list']) {
      const { page: staff, context: own } = await enter(visited, 'counselor');
      await staff.goto(visited.serving.origin + (visited.pages[name]?.path ?? ''));
      for (const href of await staff
        .locator('.download a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))) {
        const got = await staff.request.get(visited.serving.origin + href);
        same([got.status(), got.headers()['content-type']], [200, 'text/csv; charset=utf-8'], href);
      }
      await own.close();
    }
  });
  await context.close();
}

const landedIn = ({ made }: Visited): string[] => {
  try {
    const folder = join(made.home, 'landing', 'check_in', 'portal');
    return readdirSync(folder).map((f) => readFileSync(join(folder, f), 'utf8'));
  } catch {
    return [];
  }
};

async function words(tally: Tally, visited: Visited): Promise<void> {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const { page, context } = await enter(visited, 'counselor', { javaScriptEnabled });
    await tally.test('what staff say', `a button of the list lands in the landing zone, ${how}`, async () => {
      const before = landedIn(visited).length;
      await page.goto(visited.serving.origin + (visited.pages.list?.path ?? ''));
      const form = page.locator('form.said').nth(javaScriptEnabled ? 0 : 1);
      const item = await form.locator('input[name="item_id"]').getAttribute('value');
      await form.locator('select').selectOption('met_student');
      await form.locator('button[value="done"]').click();
      await page.getByRole('link', { name: 'Back to the list' }).waitFor();
      const lines = landedIn(visited);
      same(lines.length, before + 1, 'words that landed');
      const said = lines.map((l) => JSON.parse(l)).find((l) => l.item_id === item);
      same([said?.kind, said?.note_code], ['done', 'met_student'], 'what landed');
      await page.reload().catch(() => undefined);
      same(landedIn(visited).length, before + 1, 'after sending it again');
      await page.getByRole('link', { name: 'Back to the list' }).click();
      await page.locator('form.said').first().waitFor();
    });
    await context.close();
  }
  await tally.test(
    'what staff say',
    'a principal of another school is refused the list, and a family everything',
    async () => {
      for (const [role, school] of [
        ['principal', schoolKey(1)],
        ['family', undefined],
      ] as const) {
        const { page, context } = await enter(visited, role, {}, school);
        const got = await page.goto(visited.serving.origin + (visited.pages.list?.path ?? ''));
        same(got?.status(), 403, role);
        await context.close();
      }
    },
  );
  await tally.test('what staff say', 'each read of a page with names has a line', async () => {
    const { page, context } = await enter(visited, 'administrator');
    await page.goto(visited.serving.origin + (visited.pages.reads?.path ?? ''));
    const rows = await page.locator('tbody tr').count();
    if (rows < 2) throw new Error(`${rows} lines`);
    await context.close();
  });
}

/** Numbers and words are there without a script; what a script adds is only filters and sorting. */
async function withoutScripts(tally: Tally, visited: Visited): Promise<void> {
  for (const [name, { path, role }] of Object.entries(visited.pages)) {
    await tally.test('scripts off', name, async () => {
      const texts: string[] = [];
      for (const javaScriptEnabled of [true, false]) {
        const { page, context } = await enter(visited, role, { javaScriptEnabled });
        await page.goto(visited.serving.origin + path);
        const text = (await page.locator('main').textContent()) ?? '';
        texts.push(text.replace(/\s+/g, ' '));
        if (!javaScriptEnabled && name === 'overview') {
          if (await page.locator('form.filters').isVisible())
            throw new Error('a form that does nothing is shown');
          if (!/Filters need a script/.test(text)) throw new Error('nothing says that filters need a script');
        }
        await context.close();
      }
      const numbers = (text = '') => new Set(text.match(/\d[\d,.]*%?/g) ?? []);
      const lost = [...numbers(texts[0])].filter((n) => !numbers(texts[1]).has(n));
      // The filters' own lists name every week.
      if (name !== 'overview' && name !== 'reads' && lost.length > 0)
        throw new Error(`lost: ${lost.slice(0, 5).join(', ')}`);
      if ((texts[1] ?? '').length < 40) throw new Error('the page is empty');
    });
  }
}

/** 400 kbit/s with 400 ms for every answer, nothing kept from before. */
async function slowLine(tally: Tally, visited: Visited): Promise<void> {
  for (const name of ['sign in', 'district']) {
    await tally.test('slow 3G', `${name}: read within a second`, async () => {
      const { page, context } = await enter(visited, visited.pages[name]?.role ?? null);
      const cdp = await context.newCDPSession(page);
      await cdp.send('Network.enable');
      await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
      const bytes = (400 * 1000) / 8;
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 400,
        downloadThroughput: bytes,
        uploadThroughput: bytes,
      });
      const times: number[] = [];
      for (let i = 0; i < 3; i += 1) {
        await page.goto(visited.serving.origin + (visited.pages[name]?.path ?? ''), { waitUntil: 'load' });
        times.push(
          await page.evaluate(() => {
            const [timing] = performance.getEntriesByType('navigation');
            const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
            const whole = timing instanceof PerformanceNavigationTiming ? timing.responseEnd : 0;
            return Math.max(painted, whole);
          }),
        );
      }
      const middle = times.toSorted((a, b) => a - b)[1] ?? 0;
      tally.note('slow 3G', `${name} ${Math.round(middle)} ms`);
      if (middle === 0 || middle >= 1000) throw new Error(`${Math.round(middle)} ms`);
      await context.close();
    });
  }
}
