// Everything that is wrong with a contract, for a person who is writing one; the run itself stops at the first fault.
import { parse, YAMLParseError } from 'yaml';
import { type ContractFault, contractFaults } from './check-contract.ts';
import { type Contract, contractSchema } from './contract.ts';

export interface ContractReading {
  /** Undefined where the text is not even a contract. */
  readonly contract: Contract | undefined;
  readonly faults: readonly ContractFault[];
}

/** `folder` is the name of the folder that the contract lies in. */
export function readWithFaults(text: string, folder: string): ContractReading {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const at = error.linePos?.[0];
    const problem = error.message.split('\n')[0] ?? 'no valid YAML';
    return { contract: undefined, faults: [{ key: at ? `line ${at.line}` : '', problem }] };
  }
  const result = contractSchema.safeParse(document);
  if (!result.success) {
    const faults = result.error.issues.map((i) => ({ key: i.path.join('.'), problem: i.message }));
    return { contract: undefined, faults };
  }
  const contract = result.data;
  const named =
    contract.module === folder ? [] : [{ key: 'module', problem: `must be "${folder}", as its folder` }];
  return { contract, faults: [...named, ...contractFaults(contract)] };
}
