// `npm run test:browser`: the pages in a real Chromium, as a person would use them; ends with a table, and fails when nothing ran.
import { dirname, join } from 'node:path';
import { HomeroomError } from '../../src/errors/homeroom-error.ts';
import { startChromium } from './chromium.ts';
import { pagesSuite } from './pages.ts';
import { portalSuite } from './portal/suite.ts';
import { newTally } from './tally.ts';

const out = join(dirname(dirname(import.meta.dirname)), 'dist', 'test', 'browser');
const say = (text: string) => void process.stdout.write(`${text}\n`);

try {
  const tally = newTally();
  const browser = await startChromium();
  try {
    await pagesSuite(tally, browser, join(out, 'pages'));
    await portalSuite(tally, browser, out);
  } finally {
    await browser.close();
  }
  if (!tally.told(say)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof HomeroomError)) throw error;
  process.stderr.write(`${error.message}\n  where: ${error.where}\n  what to do: ${error.mend}\n`);
  process.exitCode = 1;
}
