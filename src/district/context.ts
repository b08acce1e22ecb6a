// Everything a step needs to know of its district: its file, contracts, store of files and keys.
import { join } from 'node:path';
import type { District } from '../../lib/district.ts';
import { directoryLake } from '../adapters/directory-lake.ts';
import { openSession, type Session } from '../adapters/duckdb.ts';
import { fileKeyRing } from '../adapters/file-key-ring.ts';
import type { Contract } from '../contract/contract.ts';
import { readContract } from '../contract/read-contract.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import type { IdSystemRule } from '../intake/stage.ts';
import type { Zones } from '../intake/typed-sql.ts';
import type { Lake } from '../lake/lake.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import type { ModelPackages } from '../registry/model-packages.ts';
import type { Catalog } from '../release/catalog.ts';
import { districtHome, readDistrict } from './district-home.ts';

export interface DistrictContext {
  readonly root: string;
  readonly district: District;
  readonly districtFile: string;
  readonly lake: Lake;
  readonly keys: KeyRing;
  /** Where there is one, a release moves it. */
  readonly catalog?: Catalog | undefined;
  /** Where there is one, the gate keeps it like its own registry. */
  readonly modelPackages?: ModelPackages | undefined;
  readonly contracts: readonly Contract[];
  idSystem(module: string, contractName: string): IdSystemRule;
  zones(contract: Contract): Zones;
  session(): Promise<Session>;
}

export async function openContext(name: string, config?: string): Promise<DistrictContext> {
  const root = definitionsRoot();
  const { district, file } = readDistrict(name, root, config);
  const { lake, keys, catalog, modelPackages } = await stores(district.district, root);
  return {
    root,
    district,
    districtFile: file,
    lake,
    keys,
    catalog,
    modelPackages,
    contracts: Object.keys(district.modules).map((m) => readContract(join(root, 'modules'), m)),
    idSystem: (module, contractName) => idSystemRule(district, module, contractName),
    zones: (contract) => ({
      district: district.timezone,
      files: contract.timezone === 'district' ? district.timezone : contract.timezone,
    }),
    session: () => openSession({ tempDir: lake.tempDir, memoryMb: memoryMb() }),
  };
}

async function stores(
  name: string,
  root: string,
): Promise<Pick<DistrictContext, 'lake' | 'keys' | 'catalog' | 'modelPackages'>> {
  if (process.env.HOMEROOM_LAKE_BUCKET !== undefined) {
    const { awsStores } = await import('../adapters/aws-stores.ts');
    return awsStores(name, root);
  }
  const home = districtHome(name);
  const keys = fileKeyRing(join(home, 'keys', 'pseudonym.key'), name);
  return { lake: directoryLake(home), keys, catalog: undefined };
}

function idSystemRule(district: District, module: string, contractName: string): IdSystemRule {
  const name = district.modules[module]?.idSystems[contractName] ?? contractName;
  const declared = district.idSystems[name];
  return { name, normalForm: declared?.normalForm ?? ['trim', 'lower'], pattern: declared?.pattern };
}

/** DuckDB's share of the memory: its real use passes the limit by about a third. */
function memoryMb(): number {
  const given = Number(process.env.HOMEROOM_MEMORY_MB ?? '3008');
  return Math.max(512, Math.floor(given * 0.7));
}
