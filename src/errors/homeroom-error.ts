/** The one base of every error that a person may see: what happened, where, and what to do about it. */
export class HomeroomError extends Error {
  readonly code: string;
  readonly where: string;
  readonly mend: string;

  constructor(code: string, message: string, { where, mend }: { where: string; mend: string }) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.where = where;
    this.mend = mend;
  }
}
