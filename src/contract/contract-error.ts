// A contract that cannot be trusted: the file, the key and what to write instead.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class ContractError extends HomeroomError {
  constructor(file: string, key: string, problem: string) {
    super('CONTRACT_INVALID', `The contract is not valid: ${problem}`, {
      where: `${file}${key ? `: ${key}` : ''}`,
      mend: 'Correct the key in module.yaml; docs/add-a-source.md lists every key and its meaning.',
    });
  }
}
