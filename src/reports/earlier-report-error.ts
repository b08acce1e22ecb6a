// The error of a report that cannot learn what the one before hid.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class EarlierReportError extends HomeroomError {
  constructor(where: string, cause: unknown) {
    super(
      'earlier_report',
      'What the report before hid cannot be read, and without it a hidden number might be given away.',
      {
        where,
        mend: 'Bring the file back from the version before, or make the reports of that release again, then make these.',
      },
    );
    this.cause = cause;
  }
}
