// A model as it leaves one district and enters another: a folder whose every byte its checksums vouch for.
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { evaluationSchema } from './evaluation.ts';
import {
  ModelPackageDamagedError,
  ModelPackageOfAnotherVersionError,
  PackageFolderTakenError,
} from './package-errors.ts';
import { SUMS } from './sound-model.ts';

const ABOUT = 'homeroom-model.json';

/** Of the folder and of the model files in it. */
const FORMAT = 1;

const aboutSchema = z.strictObject({
  format: z.number(),
  task: z.string().regex(/^[a-z0-9_]+$/),
  modelId: z.string().regex(/^[a-z0-9_]+-[0-9a-f]{12}$/),
  /** Where it was trained and approved, and when. */
  district: z.string().min(1),
  approvedOn: z.iso.date(),
  /** See featuresVersion. */
  version: z.string(),
});

export type AboutModel = Omit<z.infer<typeof aboutSchema>, 'format'>;

export interface ModelPackage {
  readonly about: AboutModel;
  /** Path below the folder to bytes: candidate/… and the card. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** All that a folder may hold: weights in open formats, JSON, the card. */
const ALLOWED =
  /^(homeroom-model\.json|model-card\.(md|json)|candidate\/(SHA256SUMS|(calibration|evaluation)\.json|(boosted|sequence)\/(SHA256SUMS|model\.json|weights\.(ubj|npz))))$/;

const modelSchema = z.object({ format: z.number(), task: z.string(), family: z.string() });

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** Whole or not at all. @throws PackageFolderTakenError */
export function writePackage(to: string, about: AboutModel, given: ReadonlyMap<string, Buffer>): void {
  if (readIfThere(to)?.length) throw new PackageFolderTakenError(to);
  const part = `${to}.part`;
  rmSync(part, { recursive: true, force: true });
  const files = new Map([
    ...given,
    [ABOUT, Buffer.from(`${JSON.stringify({ format: FORMAT, ...about }, null, 1)}\n`)],
  ]);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(part, path)), { recursive: true });
    writeFileSync(join(part, path), bytes);
  }
  writeFileSync(join(part, SUMS), sumsText(files));
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(part, to);
}

/** @throws ModelPackageDamagedError, ModelPackageOfAnotherVersionError */
export function readPackage(from: string, versionHere: (task: string) => string | undefined): ModelPackage {
  const files = filesBelow(from);
  const sums = files.get(SUMS);
  if (sums === undefined) throw new ModelPackageDamagedError(join(from, SUMS), 'the checksums are missing');
  files.delete(SUMS);
  checkSums(from, sums.toString('utf8'), files);
  const about = parsed(from, ABOUT, files, aboutSchema);
  const { format, ...said } = about;
  const version = versionHere(about.task);
  if (format !== FORMAT || version !== about.version)
    throw new ModelPackageOfAnotherVersionError(join(from, ABOUT), { ...about, version }, FORMAT);
  checkCandidate(from, said, files);
  files.delete(ABOUT);
  return { about: said, files };
}

/** The lines of the checksums, in the order of their paths: one text for one folder. */
function sumsText(files: ReadonlyMap<string, Buffer>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => `${digestOf(bytes)}  ${path}\n`)
    .join('');
}

function checkSums(from: string, told: string, files: ReadonlyMap<string, Buffer>): void {
  const lines = new Set(told.split('\n'));
  for (const [path, bytes] of files) {
    if (!lines.has(`${digestOf(bytes)}  ${path}`))
      throw new ModelPackageDamagedError(join(from, path), 'its checksum is not the one that was written');
  }
  if (told !== sumsText(files))
    throw new ModelPackageDamagedError(join(from, SUMS), 'a file that it names is missing');
}

/** What scoring will check again every day: the model's own checksums, and that all of it is of this task. */
function checkCandidate(from: string, about: AboutModel, files: ReadonlyMap<string, Buffer>): void {
  const families = ['boosted', 'sequence'].filter((name) => files.has(`candidate/${name}/${SUMS}`));
  const sealed = ['candidate', ...families.map((name) => `candidate/${name}`)];
  for (const folder of sealed) {
    const lines = (files.get(`${folder}/${SUMS}`)?.toString('utf8') ?? '')
      .split('\n')
      .filter((l) => l !== '');
    const sound = lines.every((line) => {
      const bytes = files.get(`${folder}/${line.slice(66)}`);
      return bytes !== undefined && digestOf(bytes) === line.slice(0, 64);
    });
    if (!sound || lines.length === 0)
      throw new ModelPackageDamagedError(join(from, folder, SUMS), 'it does not fit the files beside it');
  }
  for (const family of families) {
    const model = parsed(from, `candidate/${family}/model.json`, files, modelSchema);
    if (model.format !== FORMAT || model.task !== about.task || model.family !== family)
      throw new ModelPackageDamagedError(
        join(from, 'candidate', family, 'model.json'),
        'it is of another model',
      );
  }
  const { model } = parsed(from, 'candidate/evaluation.json', files, evaluationSchema);
  if (families.length === 0 || model.name !== about.modelId)
    throw new ModelPackageDamagedError(join(from, 'candidate'), `it does not hold ${about.modelId}`);
}

function parsed<T>(from: string, path: string, files: ReadonlyMap<string, Buffer>, schema: z.ZodType<T>): T {
  let document: unknown;
  try {
    document = JSON.parse(files.get(path)?.toString('utf8') ?? '');
  } catch {
    throw new ModelPackageDamagedError(join(from, path), 'it is missing or no JSON');
  }
  const found = schema.safeParse(document);
  if (found.success) return found.data;
  throw new ModelPackageDamagedError(join(from, path), 'it has another form');
}

function filesBelow(from: string): Map<string, Buffer> {
  const entries = readIfThere(from);
  if (entries === undefined) throw new ModelPackageDamagedError(from, 'there is no such folder');
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(from, path);
    if (entry.isDirectory()) continue;
    // Neither links nor anything that scoring has no use for.
    if (!lstatSync(path).isFile() || (name !== SUMS && !ALLOWED.test(name)))
      throw new ModelPackageDamagedError(path, 'no package holds such a file');
    files.set(name, readFileSync(path));
  }
  return files;
}

function readIfThere(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return undefined;
  }
}
