// Strips the types of a TypeScript file for Jest, exactly as Node itself does when it runs the file.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

export default {
  canInstrument: false,
  process: (code) => ({ code: stripTypeScriptTypes(code, { mode: 'strip' }) }),
  getCacheKey: (code, path, options) =>
    createHash('sha256').update([process.version, path, code, options.configString].join('\0')).digest('hex'),
};
