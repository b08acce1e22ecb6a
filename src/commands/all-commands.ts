// Every command of the command line, in the order of its help.
import { audit } from './audit.ts';
import { checkinsHandoff } from './checkins-handoff.ts';
import { checkinsLedger } from './checkins-ledger.ts';
import { checkinsList } from './checkins-list.ts';
import { checkinsPrecision } from './checkins-precision.ts';
import { codes } from './codes.ts';
import type { Command } from './command.ts';
import { completionOf } from './completion.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { identityMerge, identityUnmerge } from './identity-decide.ts';
import { identityReview } from './identity-review.ts';
import { init } from './init.ts';
import { land } from './land.ts';
import { modelsCompare } from './models-compare.ts';
import { modelsExport } from './models-export.ts';
import { modelsImport } from './models-import.ts';
import { modelsList } from './models-list.ts';
import { modelsPromote, modelsRetire } from './models-promote.ts';
import { modelsShow } from './models-show.ts';
import { moduleCheck } from './module-check.ts';
import { notify } from './notify.ts';
import { portal } from './portal.ts';
import { quarantineList } from './quarantine-list.ts';
import { quarantineReplay } from './quarantine-replay.ts';
import { quarantineShow } from './quarantine-show.ts';
import { rebuild } from './rebuild.ts';
import { receipt } from './receipt.ts';
import { report } from './report.ts';
import { rollback } from './rollback.ts';
import { run } from './run.ts';
import { score } from './score.ts';
import { sheet } from './sheet.ts';
import { simulate } from './simulate.ts';
import { sql } from './sql.ts';
import { status } from './status.ts';
import { taskRun } from './task-run.ts';
import { train } from './train.ts';
import { verify } from './verify.ts';

export const commands: readonly Command[] = [
  init,
  simulate,
  land,
  run,
  status,
  sql,
  quarantineList,
  quarantineShow,
  quarantineReplay,
  codes,
  identityReview,
  identityMerge,
  identityUnmerge,
  moduleCheck,
  modelsList,
  modelsShow,
  modelsCompare,
  modelsPromote,
  modelsRetire,
  modelsExport,
  modelsImport,
  train,
  score,
  explain,
  audit,
  checkinsList,
  checkinsLedger,
  checkinsPrecision,
  checkinsHandoff,
  report,
  receipt,
  sheet,
  portal,
  notify,
  taskRun,
  verify,
  diff,
  rollback,
  rebuild,
  doctor,
  completionOf(() => commands),
];
