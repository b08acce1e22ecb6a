// The layers that functions share, and which step needs which: the native modules are large, so nobody carries both in vain.
import { join } from 'node:path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { STEP_ACCESS } from '../pipeline/step-access.ts';
import type { Step } from '../pipeline/steps.ts';

export const LAYERS = ['duckdb', 'definitions', 'typst'] as const;
export type Layer = (typeof LAYERS)[number];

export function layersFor(step: Step): Layer[] {
  return STEP_ACCESS[step].typesets ? ['duckdb', 'definitions', 'typst'] : ['duckdb', 'definitions'];
}

/** Makes each layer of a stack once. @param folder that bin/bundle.ts fills */
export function layersOf(scope: Construct, folder: string): (name: Layer) => lambda.ILayerVersion {
  const made = new Map<Layer, lambda.ILayerVersion>();
  return (name) => {
    const layer =
      made.get(name) ??
      new lambda.LayerVersion(scope, `Layer-${name}`, {
        code: lambda.Code.fromAsset(join(folder, name)),
        description: name,
        compatibleArchitectures: [lambda.Architecture.X86_64],
        compatibleRuntimes: [lambda.Runtime.NODEJS_24_X],
      });
    made.set(name, layer);
    return layer;
  };
}
