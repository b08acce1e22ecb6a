// The query engine's errors are told without the data that caused them.
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSession, type Session } from './duckdb.ts';
import { engineError } from './engine-error.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession({ tempDir: tmpdir() });
  await session.run("create table people as select 'Ada Park' as name");
});
afterAll(() => session.close());

async function messageOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : ''),
  );
}

describe('an error of the query engine', () => {
  it('never quotes a cell', async () => {
    const said = await messageOf(session.rows('select cast(name as integer) from people'));
    expect(said).toBe('EngineError The query engine stopped (Conversion Error)');
  });

  it('names the column that a query does not find', async () => {
    expect(await messageOf(session.run('select nme from people'))).toContain('nme');
  });

  it('says everything to who asks for it', () => {
    const original = new Error("Conversion Error: Could not convert string 'Ada Park' to INT32");
    expect(engineError(original, true).message).toContain('Ada Park');
    expect(engineError(original, false).message).not.toContain('Ada Park');
  });

  it('says nothing at all of an error that it does not know', () => {
    expect(engineError(new Error('Ada Park'), false).message).toBe('The query engine stopped');
  });
});
