// A key pair for signed cookies: the private half goes where only signing in may read it, the public half to CloudFront.
import { generateKeyPairSync } from 'node:crypto';
import type { Call } from '../adapters/aws-call.ts';

/** CloudFront takes RSA keys of 2048 bits. @returns the public half, PEM */
export async function makeKeyPair(call: Call, secretId: string, requestId: string): Promise<string> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const body = { SecretId: secretId, ClientRequestToken: requestId, SecretString: privateKey };
  await secrets(call, 'PutSecretValue', body);
  return publicKey;
}

export function secrets(call: Call, action: string, body: object): Promise<unknown> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `secretsmanager.${action}`,
  };
  return call(
    { service: 'secretsmanager', method: 'POST', path: '/', headers, body: JSON.stringify(body) },
    `secretsmanager:${action}`,
  );
}
