// What a text claims, and whether the facts bear it out.
import type { ReceiptId } from '../facts/facts-document.ts';

export const CLAIM_KINDS = [
  'number',
  'name',
  'period',
  'date',
  'direction',
  'comparison',
  'superlative',
  'state',
  'cause',
  'forecast',
  'word',
  'character',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export type Verdict = 'follows' | 'contradicts' | 'unsupported';

export interface Span {
  /** Offsets in the text as it was given, in NFC. */
  readonly start: number;
  readonly end: number;
}

export interface Claim extends Span {
  readonly kind: ClaimKind;
  /** The words of the text that make the claim. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** Receipts of the facts that bear it out, or that speak against it. */
  readonly by: readonly ReceiptId[];
  /** What the facts say instead, or what is missing; without a hidden value. */
  readonly why: string;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly by: readonly ReceiptId[];
  readonly why: string;
}
