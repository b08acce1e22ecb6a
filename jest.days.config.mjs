import usual from './jest.config.mjs';
import { slow } from './jest.slow.mjs';

const { testMatch: _, ...rest } = usual;

export default {
  ...rest,
  testPathIgnorePatterns: ['/node_modules/'],
  testRegex: slow.map((part) => `${part}.*\\.test\\.ts$|${part}\\.ts$`),
};
