// The part of a district file that says how the portal stands in AWS: its name, who signs in by what, and Quick Sight.
import { z } from 'zod';

const word = z.string().trim().min(1);
const globalArn = (service: string) =>
  z
    .string()
    .regex(
      new RegExp(`^arn:aws[a-z-]*:${service}:us-east-1:\\d{12}:.+$`),
      'must be an ARN in us-east-1, where CloudFront looks for it',
    );

const signIn = z.strictObject({
  minutes: z
    .int()
    .min(5)
    .max(720)
    .default(60)
    .describe('How long a page stays open after signing in; then the account is asked again.'),
  saml: z
    .strictObject({
      metadata: z.url('must be an address, with https://').describe("Metadata of the district's sign-in."),
      role: word.default('role').describe('Attribute that carries the role in the portal.'),
      school: word.default('school').describe('Attribute that carries the key of the school.'),
    })
    .optional()
    .describe('The sign-in of the district; without it accounts are made in the user pool.'),
});

const reader = z.strictObject({
  user: word.describe('Name of the user in Quick Sight.'),
  school: word
    .optional()
    .describe('Key of the one school whose rows the user sees; all where it is left out.'),
});

/** Keys of `reports` in the district file. */
export const portalKeys = {
  site: z
    .strictObject({
      certificate: globalArn('acm')
        .optional()
        .describe("For the portal's own name; without it CloudFront's name is used."),
      webAcl: globalArn('wafv2')
        .optional()
        .describe('A web ACL of scope CLOUDFRONT that stands before the portal.'),
      signingKey: z
        .int()
        .min(1)
        .default(1)
        .describe('Raise it to make a new signing key: every open page has to sign in again.'),
      signIn: signIn.prefault({}),
    })
    .prefault({})
    .describe('The portal in AWS.'),
  quicksight: z
    .strictObject({
      owner: z
        .string()
        .regex(/^arn:aws[a-z-]*:quicksight:.+:(user|group)\/.+$/, 'must be the ARN of a user or group')
        .describe('Who owns the data sets.'),
      readers: z.array(reader).min(1).describe('Who sees which rows; nobody else sees any.'),
    })
    .optional()
    .describe('Data sets in Quick Sight, with rows by reader; needs a subscription of the account.'),
};
