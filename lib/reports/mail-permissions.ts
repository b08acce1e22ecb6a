// What the notify function may do with SES: send from the district's own address, and ask whom SES refuses to write to.
import type { Naming } from '../naming.ts';
import type { Permission } from '../security/own-role.ts';
import type { DistrictKeys } from '../storage/keys.ts';

/** The domain of an address: it is what SES verifies. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

export function sendMail(naming: Naming, keys: DistrictKeys, from: string | undefined): Permission[] {
  if (from === undefined) return [];
  return [
    {
      // Messages are sent whole, with their own headers; SES asks for both actions.
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resources: [
        naming.arn('ses', `identity/${domainOf(from)}`),
        naming.arn('ses', `configuration-set/${naming.name('mail')}`),
      ],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    },
    {
      actions: ['ses:GetSuppressedDestination'],
      resources: ['*'],
      why: 'The list of refused addresses is of the account and has no resource.',
    },
    { actions: ['kms:GenerateMac'], resources: [keys.staff.keyArn] },
  ];
}
