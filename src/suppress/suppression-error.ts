// A table that cannot be suppressed: its own numbers disagree, or the limit is too low to hide anything.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class SuppressionError extends HomeroomError {
  constructor(where: string, problem: string) {
    super('SUPPRESSION_INPUT', problem, {
      where,
      mend: 'Nothing of this table may be published until its numbers agree; look at how it was counted.',
    });
  }
}
