// One day of a district in a process of its own: node test/bench/day-child.ts DISTRICT DATE (state under HOMEROOM_HOME).
// With HOMEROOM_BENCH_TRACE=1 it also prints the steps, the tables and the statements that took longest.
import { openContext } from '../../src/district/context.ts';
import { runReport } from '../../src/run/run-report.ts';
import { runDay } from '../../src/runtime/run-day.ts';
import { told } from './child.ts';
import { traceStatements } from './trace.ts';

const [name = '', date = ''] = process.argv.slice(2);
const print = process.env.HOMEROOM_BENCH_TRACE === '1' ? await traceStatements() : undefined;

await told(async () => {
  const context = await openContext(name);
  const steps: Record<string, number> = {};
  const cpu: Record<string, number> = {};
  let before = process.cpuUsage();
  const day = await runDay({
    district: context.district,
    date,
    onEvent: (event) => {
      if (event.type === 'entered' || event.type === 'retried') return;
      steps[event.state] = (steps[event.state] ?? 0) + event.handlerMs / 1000;
      const { user, system } = process.cpuUsage(before);
      before = process.cpuUsage();
      cpu[event.state] = (cpu[event.state] ?? 0) + (user + system) / 1e6;
    },
  });
  const report = await runReport(context.lake, day);
  const rows = report.files.reduce((sum, f) => sum + f.rows_in, 0);
  if (print) await print(context.lake, day.runId, steps);
  return { ...report, files: report.files.length, rows, steps, step_cpu: cpu };
});
