// Raised before the run: the definition cannot be executed as written.
import { HomeroomError } from '../../errors/homeroom-error.ts';

export interface DefinitionFault {
  /** Place inside the definition, such as `States.Intake.Retry.0.MaxAttempts`. */
  readonly where: string;
  readonly problem: string;
  readonly mend: string;
}

export class DefinitionError extends HomeroomError {
  readonly faults: readonly DefinitionFault[];

  constructor(faults: readonly [DefinitionFault, ...DefinitionFault[]]) {
    const lines = faults.map((fault) => `${fault.where}: ${fault.problem}`);
    super('STATES_DEFINITION_INVALID', `The state machine cannot be run. ${lines.join(' | ')}`, faults[0]);
    this.faults = faults;
  }
}
