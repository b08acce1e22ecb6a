import { slow } from './jest.slow.mjs';

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/{bin,lib,src,lambdas,test,modules}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...slow],
  transform: { '\\.ts$': '<rootDir>/jest-strip.mjs' },
  testTimeout: 300_000,
};
