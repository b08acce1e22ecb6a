// The part of a district file that says which case-management system gets the items of the lists.
import { z } from 'zod';

/** Over TLS, or to this machine alone: a message names students by their keys. */
export function handoffAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  const isHere = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))
    ? url
    : undefined;
}

export const handoffSchema = z
  .strictObject({
    to: z
      .string()
      .refine((text) => handoffAddress(text) !== undefined, 'must be an https address')
      .describe('Address that takes one signed message an item and state; no secret in it.'),
  })
  .describe('A case-management system that gets the items after each release: keys and codes, no names.');
