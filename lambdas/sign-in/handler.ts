// Function "sign-in": off to the district's sign-in and back with cookies for the pages that a role may read.

import { type HttpAnswer, httpEvent } from '../../src/sign-in/http-event.ts';
import { inFunction } from '../../src/sign-in/in-function.ts';
import { signInOrClosed } from '../../src/sign-in/sign-in.ts';

const place = inFunction();

export async function handler(event: unknown): Promise<HttpAnswer> {
  return signInOrClosed(httpEvent.parse(event), await place());
}
