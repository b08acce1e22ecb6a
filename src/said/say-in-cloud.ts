// A word about an item, from a form of the portal in AWS to the drop zone: who says it comes from the token alone.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Said, saidSchema, type Unfit } from '../checkin/disposition-record.ts';
import type { Viewer } from '../portal/access.ts';
import { VISIT_PLACE } from '../portal/pages/say-form.ts';
import { type Keeping, keepSaid } from '../portal/say.ts';
import { bodyOf, type HttpEvent } from '../sign-in/http-event.ts';

export type SayResult =
  | { readonly kept: 'kept' | 'kept before'; readonly school: string }
  | { readonly kept: 'refused' | 'bad' | Unfit };

export interface SayPlace extends Keeping {
  /** Address of the portal, without a slash at its end. */
  readonly portal: string;
}

const formSchema = z.record(z.string(), z.string().max(200));

export async function sayInCloud(
  event: HttpEvent,
  viewer: Viewer | null,
  place: SayPlace,
): Promise<SayResult> {
  // A form of another site is refused before it is read; the session's cookie would not come with it either.
  if (viewer === null || event.headers.origin !== place.portal) return { kept: 'refused' };
  const { csrf: _, ...form } = formOf(event) ?? {};
  const said = saidSchema.safeParse({ ...form, disposition_id: wordId(form, viewer, place.now()) });
  if (!said.success) return { kept: 'bad' };
  const kept = await keepSaid(place, viewer, said.data);
  return kept === 'kept' || kept === 'kept before' ? { kept, school: said.data.school_key } : { kept };
}

function formOf(event: HttpEvent): Record<string, string> | undefined {
  const isJson = event.headers['content-type']?.startsWith('application/json') ?? false;
  try {
    const read: unknown = isJson
      ? JSON.parse(bodyOf(event))
      : Object.fromEntries(new URLSearchParams(bodyOf(event)));
    return formSchema.parse(read);
  } catch {
    return undefined;
  }
}

/**
 * The id that the page gave. A page out of a bucket is the same for everybody and has the mark of no visit in it: then
 * who says what in which minute is the id, so that a click twice counts once.
 */
function wordId(form: Readonly<Record<string, string>>, { by }: Viewer, now: Date): Said['disposition_id'] {
  const given = form.disposition_id ?? '';
  if (given !== '' && !given.includes(VISIT_PLACE)) return given;
  const minute = now.toISOString().slice(0, 16);
  const said = [by, form.item_id, form.kind, form.note_code, minute].join('\n');
  return `d-${createHash('sha256').update(said).digest('hex').slice(0, 30)}`;
}
