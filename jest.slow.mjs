// Suites of whole days, many of them in a row: too slow for every change, so `npm run test:days` runs them, and CI does.
export const slow = [
  '/test/aws/',
  '/test/spine/delivery-order\\.test',
  '/test/spine/failing-run\\.test',
  '/test/spine/models-day\\.test',
  '/test/infrastructure/access\\.test',
];
