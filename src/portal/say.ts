// Keeps what staff say of an item: the same checks, in the same order, here and in the cloud.
import { createHash } from 'node:crypto';
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import { dispositionLine, type Said, type Unfit, unfitOf } from '../checkin/disposition-record.ts';
import type { Lake } from '../lake/lake.ts';
import { localDate } from '../run/local-date.ts';
import { maySpeak, type Viewer } from './access.ts';

export type Kept = 'kept' | 'kept before' | 'refused' | Unfit;

/** An item of a list: the step that it was made with. */
export interface Listed {
  readonly nextStep: string | null;
}

/** The item that a word is about, if it is one of the school's list; known by whoever serves the list. */
export type FindListed = (
  said: Pick<Said, 'item_id' | 'school_key' | 'student_key'>,
) => Promise<Listed | undefined>;

/** The part of a district file that says what may be said. */
export interface SayingDistrict {
  readonly district: string;
  readonly timezone: string;
  readonly checkins: Pick<CheckinSettings, 'steps'>;
}

export interface Keeping {
  readonly lake: Lake;
  readonly district: SayingDistrict;
  readonly now: () => Date;
  readonly findListed: FindListed;
}

/** Appends the word to the landing zone as a file of its own, once for each id, however often it is sent. */
export async function keepSaid(keeping: Keeping, viewer: Viewer, said: Said): Promise<Kept> {
  const { lake, district, findListed } = keeping;
  const listed = maySpeak(viewer, said.school_key) ? await findListed(said) : undefined;
  if (listed === undefined) return 'refused';
  const now = keeping.now();
  const unfit = unfitOf(said, {
    today: localDate(now, district.timezone),
    steps: [...district.checkins.steps.map((s) => s.code), listed.nextStep ?? ''],
  });
  if (unfit !== undefined) return unfit;
  const id = said.disposition_id ?? idOf(viewer, said, now);
  const line = dispositionLine(said, { id, district: district.district, by: viewer.by, now });
  return (await lake.createText(saidKey(id), line)) ? 'kept' : 'kept before';
}

function idOf(viewer: Viewer, said: Said, now: Date): string {
  const told = [said.item_id, viewer.by, said.kind, said.note_code ?? '', now.toISOString().slice(0, 16)];
  return `d-${createHash('sha256').update(told.join('|')).digest('hex').slice(0, 24)}`;
}

export const saidKey = (id: string): string => `landing/check_in/portal/${id}.jsonl`;
