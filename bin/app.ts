// The CDK app: one stage a district. `npx cdk synth -c district=<name>`, or `all`.
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { HomeroomChecks } from '../lib/checks/homeroom-checks.ts';
import { DistrictStage } from '../lib/district-stage.ts';
import { listDistricts, readDistrict } from '../lib/read-district.ts';
import { portalContentPolicy } from '../lib/reports/content-policy.ts';

import { bundle } from './bundle.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const app = new App();

const wanted = app.node.tryGetContext('district') ?? 'all';
// Tests hand in bundles, definitions and districts of their own; without them the repository's are made and used.
const bundles = app.node.tryGetContext('bundles') ?? `${root}dist`;
const districts = app.node.tryGetContext('districts') ?? `${root}districts`;
const definitions = app.node.tryGetContext('definitions') ?? root;
if (app.node.tryGetContext('bundles') === undefined) await bundle(bundles);

for (const name of wanted === 'all' ? listDistricts(districts) : [wanted]) {
  const district = readDistrict(districts, name);
  new DistrictStage(app, name, { district, definitions, bundles, contentPolicy: portalContentPolicy() });
}
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app),
  new NIST80053R5Checks(app),
  new HomeroomChecks(app),
);
