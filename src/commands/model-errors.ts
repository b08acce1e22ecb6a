// What can be wrong with the name of a task or a model on the command line.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class UnknownTaskError extends HomeroomError {
  constructor(task: string, known: readonly string[]) {
    super('TASK_UNKNOWN', `There is no task "${task}" here.`, {
      where: 'the name of the task',
      mend: known.length > 0 ? `One of: ${known.join(', ')}.` : 'Run a day first: npx homeroom run',
    });
  }
}

export class UnknownModelError extends HomeroomError {
  constructor(task: string, model: string) {
    super('MODEL_UNKNOWN', `The task ${task} has no model "${model}" that could score.`, {
      where: 'the name of the model',
      mend: `npx homeroom models show ${task} lists its models.`,
    });
  }
}

export class ChampionGoneError extends HomeroomError {
  constructor(task: string, model: string) {
    super('CHAMPION_GONE', `The files of ${model}, which is in use, are not whole.`, {
      where: `model/champions/${task}`,
      mend: 'The next run makes them whole from the archive: npx homeroom run',
    });
  }
}

export class NotCandidateError extends HomeroomError {
  constructor(task: string, model: string) {
    super('MODEL_REJECTED', `The rule rejected ${model} for ${task}; it may not score.`, {
      where: `models show ${task} ${model}`,
      mend: 'Read its reasons there. A model that passed waits as PendingManualApproval, or is Approved.',
    });
  }
}
