// Reads and checks the contracts of a modules folder; the parsed contract is kept for the life of the process.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contractFaults } from './check-contract.ts';
import { type Contract, contractSchema } from './contract.ts';
import { ContractError } from './contract-error.ts';

const parsed = new Map<string, Contract>();

/** Names of the modules under `root`, in alphabetical order. */
export function moduleNames(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((e) => e.isDirectory() && existsSync(join(root, e.name, 'module.yaml')))
    .map((e) => e.name)
    .sort();
}

/** @throws ContractError naming file and key. */
export function readContract(root: string, module: string): Contract {
  const file = join(root, module, 'module.yaml');
  const before = parsed.get(file);
  if (before) return before;
  if (!existsSync(file)) {
    throw new ContractError(
      file,
      '',
      `there is no module "${module}" (known: ${moduleNames(root).join(', ')})`,
    );
  }
  const contract = parseContract(readFileSync(file, 'utf8'), `modules/${module}/module.yaml`);
  if (contract.module !== module)
    throw new ContractError(file, 'module', `must be "${module}", as its folder`);
  parsed.set(file, contract);
  return contract;
}

/** @throws ContractError naming file and key. */
export function parseContract(text: string, file: string): Contract {
  const result = contractSchema.safeParse(parse(text));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new ContractError(file, issue?.path.join('.') ?? '', issue?.message ?? 'unreadable');
  }
  const fault = contractFaults(result.data)[0];
  if (fault) throw new ContractError(file, fault.key, fault.problem);
  return result.data;
}
