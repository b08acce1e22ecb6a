// A file that is in none of the encodings its contract allows.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class EncodingError extends HomeroomError {
  /** Of the first byte that does not fit, from 0. */
  readonly offset: number;

  constructor(encoding: string, offset: number, where = 'the file') {
    super('PARSE_ENCODING', `Byte ${offset} is not ${encoding} text.`, {
      where: `${where}: byte ${offset}`,
      mend: 'Ask for the export as UTF-8, or add the encoding that the source really uses to `encodings` in module.yaml.',
    });
    this.offset = offset;
  }
}
