// What a hand-off needs of the world: the network, the clock, and the secret that both sides have agreed on.
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { HomeroomError } from '../../errors/homeroom-error.ts';
import type { WebhookPorts } from './webhook.ts';

export const SECRET_VARIABLE = 'HOMEROOM_HANDOFF_SECRET';
export const SHORTEST_SECRET = 32;

export class HandoffSecretError extends HomeroomError {
  constructor(where: string) {
    super(
      'HANDOFF_SECRET',
      `The secret that signs the messages is missing or shorter than ${SHORTEST_SECRET} signs.`,
      {
        where,
        mend: 'Agree on one with the receiver and set it there; it does not belong in the district file.',
      },
    );
  }
}

const held = z.object({ SecretString: z.string().min(SHORTEST_SECRET) });

/** Inside AWS: HOMEROOM_HANDOFF_SECRET_ID, where Secrets Manager keeps the secret. @throws HandoffSecretError */
export async function handoffPorts(district: string): Promise<WebhookPorts> {
  const id = process.env.HOMEROOM_HANDOFF_SECRET_ID;
  return {
    secret: id === undefined ? secretHere() : await secretKept(id),
    district,
    fetch: globalThis.fetch,
    now: () => new Date(),
    wait: (ms) => setTimeout(ms),
  };
}

function secretHere(): string {
  const secret = process.env[SECRET_VARIABLE] ?? '';
  if (secret.length < SHORTEST_SECRET) throw new HandoffSecretError(SECRET_VARIABLE);
  return secret;
}

async function secretKept(id: string): Promise<string> {
  const { awsCall } = await import('../../adapters/aws-call.ts');
  const { secrets } = await import('../../sign-in/make-key-pair.ts');
  const found = held.safeParse(await secrets(awsCall, 'GetSecretValue', { SecretId: id }));
  if (!found.success) throw new HandoffSecretError('Secrets Manager');
  return found.data.SecretString;
}
