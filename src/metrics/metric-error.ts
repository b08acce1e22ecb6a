// A metric of the registry that cannot be read: names the file and the key.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class MetricError extends HomeroomError {
  constructor(file: string, key: string, problem: string) {
    super('METRIC_INVALID', `${file}${key ? `, ${key}` : ''}: ${problem}`, {
      where: file,
      mend: 'Mend the file; metrics/attendance_rate.yaml shows every key.',
    });
  }
}
