// A district with every switch of reports on: a model that writes, SAML, an own name, an access list, Quick Sight, a hand-off.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const FULL = 'elm';

/** A folder of districts with this one in it. */
export function fullDistrict(): string {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-districts-'));
  const prices = { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 };
  const district = {
    district: FULL,
    name: "Elm's Schools",
    timezone: 'America/Chicago',
    aws: { account: '111122223333', region: 'us-east-2' },
    modules: { oneroster: {}, check_in: {} },
    calendar: { firstMonth: 8 },
    engine: 'duckdb',
    checkins: { handoff: { to: 'https://cases.elm.example/homeroom' } },
    schedule: { time: '05:00', days: 'daily' },
    reports: {
      portal: 'https://portal.elm.example',
      from: 'homeroom@mail.elm.example',
      narrator: {
        by: 'bedrock',
        models: [
          {
            id: 'us.maker.small-model-v1:0',
            foundation: 'maker.small-model-v1:0',
            regions: ['us-east-1', 'us-east-2', 'us-west-2'],
            usdPerMillion: prices,
          },
          { id: 'maker.other-model-v1:0', usdPerMillion: prices },
        ],
      },
      site: {
        certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
        webAcl:
          'arn:aws:wafv2:us-east-1:111122223333:global/webacl/portal/11111111-2222-3333-4444-555555555555',
        signIn: { minutes: 30, saml: { metadata: 'https://sign-in.elm.example/metadata', role: 'jobRole' } },
      },
      quicksight: {
        owner: 'arn:aws:quicksight:us-east-2:111122223333:user/default/analyst',
        readers: [{ user: 'analyst' }, { user: "o'neil", school: 'north' }],
      },
    },
  };
  writeFileSync(join(folder, `${FULL}.json`), JSON.stringify(district));
  return folder;
}
