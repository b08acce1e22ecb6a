// The container that every model job starts from, by region: SageMaker's XGBoost image, whose Python the wheels are for.
import { Aws, CfnMapping } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** AWS account that holds the framework images of a region; from SageMaker's list of registry paths. */
const REGISTRIES: Readonly<Record<string, string>> = {
  'ap-northeast-1': '354813040037',
  'ap-northeast-2': '366743142698',
  'ap-south-1': '720646828776',
  'ap-southeast-1': '121021644041',
  'ap-southeast-2': '783357654285',
  'ca-central-1': '341280168497',
  'eu-central-1': '492215442770',
  'eu-north-1': '662702820516',
  'eu-west-1': '141502667606',
  'eu-west-2': '764974769150',
  'eu-west-3': '659782779980',
  'sa-east-1': '737474898029',
  'us-east-1': '683313688378',
  'us-east-2': '257758044811',
  'us-west-1': '746614075791',
  'us-west-2': '246618743249',
};

export const MODEL_IMAGE_TAG = 'sagemaker-xgboost:3.2-0';
export const MODEL_REGIONS = Object.keys(REGISTRIES);

/** The stack may be bound to no region: CloudFormation looks it up, and stops where there is no entry. */
export function modelImage(scope: Construct): string {
  const map = new CfnMapping(scope, 'ImageRegistry', {
    mapping: Object.fromEntries(Object.entries(REGISTRIES).map(([region, account]) => [region, { account }])),
  });
  return `${map.findInMap(Aws.REGION, 'account')}.dkr.ecr.${Aws.REGION}.${Aws.URL_SUFFIX}/${MODEL_IMAGE_TAG}`;
}
