// The signature of the example that AWS publishes for those who sign by hand.
import { expect, it } from '@jest/globals';
import { signedHeaders } from './signed-request.ts';

it('signs as the published example does', () => {
  const headers = signedHeaders(
    {
      service: 'service',
      region: 'us-east-1',
      method: 'GET',
      url: new URL('https://example.amazonaws.com/'),
    },
    { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
    new Date('2015-08-30T12:36:00Z'),
  );
  expect(headers.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  );
});
