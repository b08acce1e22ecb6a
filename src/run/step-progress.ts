// How far a step is: steps tell, and whoever runs the day on this machine may listen. In AWS nobody does.
export interface StepProgress {
  readonly done: number;
  readonly total: number;
  /** What is counted: files or tables. */
  readonly what: string;
}

let listener: ((progress: StepProgress) => void) | undefined;

export function listenToSteps(to: ((progress: StepProgress) => void) | undefined): void {
  listener = to;
}

export function tellProgress(progress: StepProgress): void {
  listener?.(progress);
}
