// A page could not be set; the message holds what the typesetter says of the template, never the page's text.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class TypesettingError extends HomeroomError {
  constructor(problem: string, where: string) {
    super('TYPESETTING', `The page can't be set on paper: ${problem}.`, {
      where,
      mend: 'Mend layout/page.typ or the page model; the HTML page is whole without it.',
    });
  }
}
