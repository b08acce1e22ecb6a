// The script that pages load is the one that its source makes.
import { describe, expect, it } from '@jest/globals';
import { definitionsRoot, definitionText } from '../definitions/definitions.ts';
import { browserScript } from './browser-script.ts';

describe("the portal's script", () => {
  const root = definitionsRoot();

  it('is up to date: run node bin/generate.ts', () => {
    expect(browserScript(root)).toBe(definitionText(root, 'layout', 'portal.js'));
  });

  it('is small, and asks nothing of other sites', () => {
    const script = definitionText(root, 'layout', 'portal.js');
    expect(script.length).toBeLessThan(30_000);
    expect(script.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:\/\/|eval\(|new Function|localStorage|document\.cookie/,
    );
  });
});
