// One attendance file from its bytes to published staged rows: node test/bench/stage-child.ts PATH
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultDistrict, parseDistrict } from '../../lib/district.ts';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { openSession } from '../../src/adapters/duckdb.ts';
import { fileKeyRing } from '../../src/adapters/file-key-ring.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { definitionsRoot } from '../../src/definitions/definitions.ts';
import type { DistrictContext } from '../../src/district/context.ts';
import { fileSha256 } from '../../src/intake/file-sha256.ts';
import { GroupStager } from '../../src/intake/group-stager.ts';
import { told } from './child.ts';

const [path = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(dirname(path), 'stage-'));
const root = definitionsRoot();
const contract = readContract(join(root, 'modules'), 'contoso_sis');
const zone = 'America/New_York';
const lake = directoryLake(join(folder, 'lake'));
mkdirSync(lake.tempDir, { recursive: true });
const context: DistrictContext = {
  root,
  district: parseDistrict(
    defaultDistrict({ district: 'bench', modules: ['contoso_sis'], timezone: zone }),
    'bench',
  ),
  districtFile: '',
  lake,
  keys: fileKeyRing(join(folder, 'pseudonym.key'), 'bench'),
  contracts: [contract],
  idSystem: (_, name) => ({ name, normalForm: ['trim', 'lower'] }),
  zones: () => ({ district: zone, files: zone }),
  session: () => openSession({ tempDir: lake.tempDir }),
};
try {
  await told(async () => {
    const session = await context.session();
    const stager = new GroupStager(context, session, folder);
    const delivery = { key: '', module: 'contoso_sis', path, received: '2026-05-30', again: false };
    await stager.add(contract, delivery, { path, local: path, sha256: await fileSha256(path) });
    const [facts] = await stager.finish();
    session.close();
    if (facts?.status !== 'accepted') throw new Error(`the file was ${facts?.status}: ${facts?.reason}`);
    return { accepted: facts.accepted };
  });
} finally {
  rmSync(folder, { recursive: true });
}
