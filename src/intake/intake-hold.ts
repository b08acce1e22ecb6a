// A file that is not taken in as a whole: held until somebody mends it, or refused because its contract says so.
export class IntakeHold extends Error {
  readonly kind: 'held' | 'refused';
  readonly table: string | undefined;

  constructor(kind: 'held' | 'refused', reason: string, table: string | undefined) {
    super(reason);
    this.name = 'IntakeHold';
    this.kind = kind;
    this.table = table;
  }
}
