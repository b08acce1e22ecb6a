// What can be wrong with an archive, one class a cause; each of them holds the whole delivery.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class ArchiveTruncatedError extends HomeroomError {
  constructor(where: string) {
    super('PARSE_ARCHIVE_TRUNCATED', 'The archive ends before its contents do.', {
      where,
      mend: 'The upload was probably cut short: deliver the file again.',
    });
  }
}

export class ArchiveCorruptError extends HomeroomError {
  constructor(where: string, problem: string) {
    super('PARSE_ARCHIVE_CORRUPT', `The archive is damaged: ${problem}.`, {
      where,
      mend: 'Deliver the file again; if the fault stays, export it anew.',
    });
  }
}

export class ArchiveTooLargeError extends HomeroomError {
  constructor(where: string, problem: string) {
    super('PARSE_ARCHIVE_TOO_LARGE', `The archive unpacks to more than is allowed: ${problem}.`, {
      where,
      mend: 'If the contents are what the source means to send, deliver them unpacked or in several archives.',
    });
  }
}

export class ArchiveUnsupportedError extends HomeroomError {
  constructor(where: string, problem: string) {
    super('PARSE_ARCHIVE_UNSUPPORTED', `The archive cannot be opened: ${problem}.`, {
      where,
      mend: 'Deliver plain files, gzip, or zip without a password, packed once or twice at most.',
    });
  }
}
