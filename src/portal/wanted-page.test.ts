// An address of one release becomes the same page of another, for those who may read it, and nothing else becomes anything.
import { describe, expect, it } from '@jest/globals';
import { ledTo, pageOfToday, wantedPage } from './wanted-page.ts';

const folders = ['/r000013-2026-03-17/district/', '/r000013-2026-03-17/schools/north/'];
const today = (address: string) => {
  const wanted = wantedPage(address);
  return wanted && pageOfToday(wanted, 'r000013-2026-03-17', folders);
};

describe('the page of today', () => {
  it.each([
    ['/r000012-2026-03-16/district/index.html', '/r000013-2026-03-17/district/index.html'],
    ['/r000012-2026-03-16/schools/north/index.html?a=1', '/r000013-2026-03-17/schools/north/index.html?a=1'],
  ])('of %s is %s', (address, page) => expect(today(address)).toBe(page));

  it.each([
    '/r000012-2026-03-16/schools/south/index.html',
    '/r000012-2026-03-16/schools/north/../south/index.html',
    '/r000012-2026-03-16/schools/north%2f..%2fsouth/index.html',
    '/r000012-2026-03-16//elsewhere.example/',
    '/sign-in/back',
    '/assets/portal.css',
    '//elsewhere.example/r000012-2026-03-16/district/index.html',
    '',
    `/r000012-2026-03-16/district/index.html?${'a'.repeat(2000)}`,
  ])('of %s is none', (address) => expect(today(address)).toBeUndefined());

  it('is led to once', () => {
    for (const address of ['/r000012-2026-03-16/district/x.html', '/r000012-2026-03-16/district/x.html?a=1'])
      expect([wantedPage(address)?.isSecond, wantedPage(ledTo(address))?.isSecond]).toEqual([false, true]);
  });
});
