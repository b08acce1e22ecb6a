// A Trino server of one's own for the length of the test: loopback only, a free port, stopped by its process id.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface TrinoServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** @param data: the folder that the hive catalog may read. @throws Error when the server does not come up. */
export async function startTrino(
  home: string,
  java: string,
  data: string,
  scratch: string,
  timeoutSeconds = 180,
): Promise<TrinoServer> {
  const port = await freePort();
  const etc = join(scratch, 'etc');
  mkdirSync(join(etc, 'catalog'), { recursive: true });
  mkdirSync(join(data, 'metastore'), { recursive: true });
  const lines = (name: string, all: readonly string[]) =>
    writeFileSync(join(etc, name), `${all.join('\n')}\n`);
  lines('config.properties', [
    'coordinator=true',
    'node-scheduler.include-coordinator=true',
    `http-server.http.port=${port}`,
    `discovery.uri=http://127.0.0.1:${port}`,
    `plugin.dir=${join(home, 'plugin')}`,
  ]);
  lines('node.properties', [
    'node.environment=engines',
    `node.data-dir=${join(scratch, 'data')}`,
    'node.bind-ip=127.0.0.1',
    'node.internal-address=127.0.0.1',
  ]);
  lines('jvm.config', ['-server', '-Xmx2G', '-XX:TieredStopAtLevel=1', '-Duser.timezone=UTC']);
  lines('catalog/hive.properties', [
    'connector.name=hive',
    'hive.metastore=file',
    'hive.metastore.catalog.dir=local:///metastore',
    'fs.native-local.enabled=true',
    `local.location=${data}`,
    'hive.non-managed-table-writes-enabled=true',
  ]);
  const env = { ...process.env, JAVA_HOME: java, PATH: `${join(java, 'bin')}:${process.env.PATH}` };
  const args = ['run', `--etc-dir=${etc}`, `--data-dir=${join(scratch, 'data')}`];
  const server = spawn(join(home, 'bin', 'launcher'), args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = join(scratch, 'server.log');
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()));
  const stop = async () => {
    // The launcher's process group: the server is its child.
    if (server.pid !== undefined && server.exitCode === null) {
      try {
        process.kill(-server.pid, 'SIGTERM');
      } catch {
        // Already gone.
      }
    }
    await ended;
  };
  const started = new Promise<void>((resolve, reject) => {
    const wait = setTimeout(
      () => reject(new Error(`Trino did not start in ${timeoutSeconds} s: ${lastWords(log)}`)),
      timeoutSeconds * 1000,
    );
    const listen = (chunk: Buffer) => {
      appendFileSync(log, chunk);
      if (chunk.includes('SERVER STARTED')) {
        clearTimeout(wait);
        resolve();
      }
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('error', reject);
    server.on('close', (code) => {
      clearTimeout(wait);
      reject(new Error(`Trino ended with ${code} before it had started: ${lastWords(log)}`));
    });
  });
  try {
    await started;
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

function lastWords(log: string): string {
  return existsSync(log)
    ? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n')
    : 'it said nothing';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
