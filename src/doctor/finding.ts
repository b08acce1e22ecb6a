// One thing that the doctor looked at: how it is, and what to do where it is not well.
export interface Finding {
  readonly thing: string;
  /** A fault must be mended; a note is worth knowing. */
  readonly state: 'ok' | 'note' | 'fault';
  readonly found: string;
  readonly what_to_do: string;
}

export function ok(thing: string, found: string): Finding {
  return { thing, state: 'ok', found, what_to_do: '' };
}

export function note(thing: string, found: string, whatToDo: string): Finding {
  return { thing, state: 'note', found, what_to_do: whatToDo };
}

export function fault(thing: string, found: string, whatToDo: string): Finding {
  return { thing, state: 'fault', found, what_to_do: whatToDo };
}
