// Suites of whole days, many of them in a row, and the attacker with its solver: too slow for every change, so `npm run test:days`
// runs them, and CI does.
export const slow = [
  '/test/attack/',
  '/test/aws/',
  '/test/spine/delivery-order\\.test',
  '/test/spine/failing-run\\.test',
  '/test/spine/identity\\.test',
  '/test/spine/models-day\\.test',
  '/test/spine/reports\\.test',
  '/test/infrastructure/access\\.test',
];
