// What can be wrong with a model that leaves a district or comes into one.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class ModelPackageDamagedError extends HomeroomError {
  constructor(where: string, why: string) {
    super('MODEL_PACKAGE_DAMAGED', `This folder is not a model as it was exported: ${why}.`, {
      where,
      mend: 'Have it exported again (npx homeroom models export) and copy the whole folder.',
    });
  }
}

export class ModelPackageOfAnotherVersionError extends HomeroomError {
  constructor(
    where: string,
    found: { readonly format: number; readonly task: string; readonly version: string | undefined },
    format: number,
  ) {
    const why =
      found.version === undefined
        ? `there is no task ${found.task} here`
        : found.format === format
          ? `what ${found.task} looks at is defined otherwise here`
          : `its format is ${found.format}, read here is ${format}`;
    super('MODEL_PACKAGE_VERSION', `This model was made by another version of Homeroom: ${why}.`, {
      where,
      mend: 'Bring both districts to one version, train there again (npx homeroom train) and export anew.',
    });
  }
}

export class ModelPackageTaskError extends HomeroomError {
  constructor(where: string, wanted: string, found: string) {
    super('MODEL_PACKAGE_TASK', `This is a model of ${found}, not of ${wanted}.`, {
      where,
      mend: `Leave --task out, or give the folder of a model of ${wanted}.`,
    });
  }
}

export class PackageFolderTakenError extends HomeroomError {
  constructor(to: string) {
    super('MODEL_PACKAGE_TAKEN', 'The folder is not empty.', { where: to, mend: 'Name a new folder.' });
  }
}

export class ModelKnownError extends HomeroomError {
  constructor(task: string, modelId: string) {
    super('MODEL_KNOWN', `${modelId} is in the registry already.`, {
      where: `models show ${task}`,
      mend: `To let it score: npx homeroom models promote ${task} ${modelId}`,
    });
  }
}

export class NotForExportError extends HomeroomError {
  constructor(task: string, modelId: string, why: string) {
    super('MODEL_NOT_FOR_EXPORT', `${modelId} cannot be exported: ${why}.`, {
      where: `models show ${task}`,
      mend: `Export a model that is Approved; to make one by this version: npx homeroom train --task ${task}`,
    });
  }
}
