// What a page of the portal may load, as the local server says it too: computed from the one style sheet that stands in pages.
import { createHash } from 'node:crypto';
import { portalAssets } from '../../src/portal/frame.ts';
import { contentPolicy } from '../../src/portal/server/answer.ts';

export function portalContentPolicy(): string {
  return contentPolicy(`sha256-${createHash('sha256').update(portalAssets().css).digest('base64')}`);
}
