// One account on this machine: S3, KMS, Glue, SNS, SES and Secrets Manager behind one endpoint, as the functions of a district meet them.
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type DistrictFile, defaultDistrict } from '../../lib/district.ts';
import { ZONES } from '../../lib/naming.ts';
import { rememberDistrictFile } from '../../src/district/district-home.ts';
import { type GlueService, glueService } from './glue-stub.ts';
import { type S3Service, s3Service } from './s3-stub.ts';
import { type Answer, awsStub, jsonAnswer } from './stub.ts';

const macInput = z.object({ KeyId: z.literal('the-key'), Message: z.base64() });

export interface Account {
  readonly s3: S3Service;
  readonly glue: GlueService;
  /** What operators were sent: Subject and Message. */
  readonly sent: Record<string, string>[];
  /** What every secret holds. */
  secret: string;
  /** Addresses that mail was carried to. */
  readonly mailed: string[];
  /** The functions' own disk begins empty, as after a cold start. */
  coldStart(): void;
  close(): Promise<void>;
}

const environment = {
  HOMEROOM_LAKE_BUCKET: 'lake',
  HOMEROOM_ZONES: JSON.stringify(ZONES),
  HOMEROOM_PSEUDONYM_KEY: 'the-key',
  HOMEROOM_DATABASE: 'district',
  HOMEROOM_TOPIC: 'arn:aws:sns:us-east-1:111122223333:operators',
} as const;

/** The buckets are named after their purpose. Sets the environment that the functions are given. */
export async function account(name: string, district: Partial<DistrictFile>): Promise<Account> {
  const disk = mkdtempSync(join(tmpdir(), 'homeroom-account-'));
  const [s3, glue] = [s3Service(), glueService()];
  const sent: Record<string, string>[] = [];
  const mailed: string[] = [];
  const kept = { secret: 'a secret that both sides have agreed on' };
  const stub = await awsStub((request, body): Answer => {
    const target = String(request.headers['x-amz-target'] ?? '');
    if (target.startsWith('AWSGlue.')) return jsonAnswer(request, body, glue.answer);
    if (target.startsWith('TrentService.')) return jsonAnswer(request, body, generateMac);
    if (target.startsWith('secretsmanager.'))
      return jsonAnswer(request, body, () => ({ SecretString: kept.secret }));
    if (String(request.headers['content-type']).includes('urlencoded')) return published(sent, body);
    if (request.url?.startsWith('/v2/email/')) return carried(mailed, body);
    return s3.answer(request, body);
  });
  const coldStart = () => {
    rmSync(disk, { recursive: true, force: true });
    const file = join(`${disk}.json`);
    const base = defaultDistrict({ district: name, modules: [], timezone: 'America/New_York' });
    writeFileSync(file, JSON.stringify({ ...base, ...district }));
    Object.assign(process.env, environment, { HOMEROOM_HOME: disk });
    rememberDistrictFile(name, file);
  };
  coldStart();
  return {
    get secret() {
      return kept.secret;
    },
    set secret(secret) {
      kept.secret = secret;
    },
    s3,
    glue,
    sent,
    mailed,
    coldStart,
    async close() {
      for (const key of [...Object.keys(environment), 'HOMEROOM_HOME']) delete process.env[key];
      rmSync(disk, { recursive: true, force: true });
      rmSync(`${disk}.json`, { force: true });
      await stub.close();
    },
  };
}

function generateMac(_: string, input: unknown): unknown {
  const { Message } = macInput.parse(input);
  return { Mac: createHmac('sha256', 'inside').update(Buffer.from(Message, 'base64')).digest('base64') };
}

function published(sent: Record<string, string>[], body: Buffer): Answer {
  sent.push(Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
  const result = '<PublishResult><MessageId>1</MessageId></PublishResult>';
  return {
    headers: { 'content-type': 'text/xml' },
    body: `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${result}</PublishResponse>`,
  };
}

const mail = z.object({ Destination: z.object({ ToAddresses: z.array(z.string()) }) });

/** Whoever is asked for stands on no list of the account. */
function carried(mailed: string[], body: Buffer): Answer {
  const headers = { 'content-type': 'application/json' };
  if (body.length === 0) {
    const unknown = { ...headers, 'x-amzn-errortype': 'NotFoundException' };
    return { status: 404, headers: unknown, body: '{}' };
  }
  mailed.push(...mail.parse(JSON.parse(body.toString('utf8'))).Destination.ToAddresses);
  return { headers, body: JSON.stringify({ MessageId: `ses-${mailed.length}` }) };
}
