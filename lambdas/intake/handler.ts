// Step "Intake": one chunk of files from bytes to staged rows.
import { openContext } from '../../src/district/context.ts';
import { intakeChunk } from '../../src/intake/intake-chunk.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

export const handler = step(async (event: unknown) => {
  const { district, runId, chunk = 0 } = stepEvent.parse(event);
  const facts = await intakeChunk(await openContext(district), runId, chunk);
  return { chunk, files: facts.files.length };
});
