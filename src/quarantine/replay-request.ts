// Turns a person's wish to read a file again into what the next run finds.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Replay } from '../run/replay.ts';
import { heldByGuard, type TakenFile } from './taken-file.ts';

export class ApprovalNeededError extends HomeroomError {
  constructor(file: TakenFile) {
    super('APPROVAL_NEEDED', `The file is held: ${file.facts.reason}. Read again, it would be held again.`, {
      where: file.facts.fileName,
      mend: 'If the missing rows are truly gone, add --apply --by NAME; the decision is kept for every rebuild.',
    });
  }
}

export class NothingToApproveError extends HomeroomError {
  constructor(file: TakenFile) {
    super('NOTHING_TO_APPROVE', 'Only a file that the deletion guard holds can be applied by decision.', {
      where: file.facts.fileName,
      mend: 'Leave out --apply.',
    });
  }
}

/** An archive is read again as a whole, so every batch that it left is replaced. @throws ApprovalNeededError, NothingToApproveError */
export function replayOf(files: readonly TakenFile[], file: TakenFile, apply: boolean): Replay {
  if (heldByGuard(file) && !apply) throw new ApprovalNeededError(file);
  if (!heldByGuard(file) && apply) throw new NothingToApproveError(file);
  const replaces = files.flatMap(({ raw, facts }) =>
    raw === file.raw && facts.status === 'accepted' && facts.batch !== null
      ? [{ fileName: facts.fileName, batchId: facts.batch.batchId }]
      : [],
  );
  return { raw: file.raw, replaces };
}
