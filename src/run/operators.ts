// The port to the people who keep the district's days running: a topic in AWS; one machine tells its own terminal.
import type { FailureMessage } from './failure-message.ts';

export interface Operators {
  tell(message: FailureMessage): Promise<void>;
}
