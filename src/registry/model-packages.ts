// The port to a registry of models that people outside see: SageMaker's in AWS; one machine has its own file alone.
import type { Registry } from './registry.ts';

export interface ModelPackages {
  /** Ids of models that wait for a person in our registry and were approved by one in theirs. */
  approvedByHand(registry: Registry): Promise<ReadonlySet<string>>;
  /** Brings packages and their approval in line with the registry. Safe to repeat. */
  show(registry: Registry): Promise<void>;
}
