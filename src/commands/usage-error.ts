// A call of the command line that cannot be understood: says which word, and how the call should look.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class UsageError extends HomeroomError {
  constructor(message: string, where: string, mend: string) {
    super('USAGE', message, { where, mend });
  }
}
