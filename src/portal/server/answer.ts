// An answer of the portal and the headers that every answer carries.
import { createHash } from 'node:crypto';
import { type FileKind, TYPES } from '../../lake/web-type.ts';
import { portalAssets } from '../frame.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
}

/** The one style sheet that stands in pages is allowed by its hash; nothing else runs or loads from anywhere else. */
export function contentPolicy(hash: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${hash}'`,
    "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Of the style sheet as it stands in pages. */
export function styleHash(css: string = portalAssets().css): string {
  return `sha256-${createHash('sha256').update(css).digest('base64')}`;
}

export function safeHeaders(hash: string): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(hash),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'x-robots-tag': 'noindex, nofollow',
  };
}

/** Assets are named by their content and kept for good; a page with names is kept by nobody. */
export function cacheRule(kind: 'asset' | 'page' | 'named'): string {
  if (kind === 'asset') return 'public, max-age=31536000, immutable';
  return kind === 'page' ? 'private, no-cache' : 'private, no-store';
}

export const page = (status: number, body: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': TYPES.html, 'cache-control': cacheRule('named'), ...headers },
  body,
});

export const file = (
  kind: FileKind,
  body: string | Uint8Array,
  cache: Parameters<typeof cacheRule>[0],
  headers: Answer['headers'] = {},
): Answer => ({
  status: 200,
  headers: { 'content-type': TYPES[kind], 'cache-control': cacheRule(cache), ...headers },
  body,
});

export const moved = (to: string, headers: Answer['headers'] = {}): Answer => ({
  status: 303,
  headers: { location: to, 'cache-control': 'no-store', 'content-type': TYPES.html, ...headers },
  body: '',
});
