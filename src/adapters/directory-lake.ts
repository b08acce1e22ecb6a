// The lake as a directory: every write goes to a scratch file and is renamed into place.
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../errors/error-code.ts';
import type { Lake } from '../lake/lake.ts';
import { replaceExclusively } from './exclusive-replace.ts';

export function directoryLake(root: string): Lake {
  const tempDir = join(root, 'tmp');
  const at = (key: string) => join(root, key);
  const scratchPath = (name: string) => {
    mkdirSync(tempDir, { recursive: true });
    return join(tempDir, `${randomUUID()}-${name}`);
  };
  const written = (text: string) => {
    const temp = scratchPath('text');
    writeFileSync(temp, text);
    return temp;
  };
  const place = (from: string, key: string) => {
    mkdirSync(dirname(at(key)), { recursive: true });
    renameSync(from, at(key));
  };
  return {
    tempDir,
    fetch: async (key) => at(key),
    scratch: async (name) => scratchPath(name),
    publish: async (localPath, key) => place(localPath, key),
    async readText(key) {
      return existsSync(at(key)) ? readFile(at(key), 'utf8') : undefined;
    },
    writeText: async (key, text) => place(written(text), key),
    replaceText: async (key, expected, text) => replaceExclusively(at(key), expected, written, text),
    async createText(key, text) {
      const temp = written(text);
      mkdirSync(dirname(at(key)), { recursive: true });
      try {
        linkSync(temp, at(key));
        return true;
      } catch (error) {
        if (errorCode(error) === 'EEXIST') return false;
        throw error;
      } finally {
        rmSync(temp, { force: true });
      }
    },
    async list(prefix) {
      if (!existsSync(at(prefix))) return [];
      const entries = await readdir(at(prefix), { recursive: true, withFileTypes: true });
      return entries
        .filter((e) => e.isFile())
        .map((e) => join(e.parentPath, e.name).slice(root.length + 1))
        .sort();
    },
    exists: async (key) => existsSync(at(key)),
    size: async (key) => statSync(at(key)).size,
    remove: (key) => rm(at(key), { force: true, recursive: true }),
  };
}
