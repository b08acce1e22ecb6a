// Mail by Amazon SES: raw messages, and the account's own list of addresses that nothing is sent to.
import {
  GetSuppressedDestinationCommand,
  SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import { errorCode } from '../errors/error-code.ts';
import { type Mailer, MailLaterError, MailRefusedError, MailUnsureError } from '../notify/mailer.ts';

export function sesMail(ses: SESv2Client, configurationSet?: string): Mailer {
  return {
    async suppressed(address) {
      try {
        const { SuppressedDestination: found } = await ses.send(
          new GetSuppressedDestinationCommand({ EmailAddress: address }),
        );
        return found?.Reason;
      } catch (error) {
        if (error instanceof SESv2ServiceException && error.name === 'NotFoundException') return undefined;
        // To ask twice does no harm.
        throw new MailLaterError(nameOf(error));
      }
    },
    async send({ from, to, raw }) {
      try {
        const { MessageId = '' } = await ses.send(
          new SendEmailCommand({
            FromEmailAddress: from,
            Destination: { ToAddresses: [to] },
            Content: { Raw: { Data: raw } },
            ConfigurationSetName: configurationSet,
          }),
        );
        return MessageId;
      } catch (error) {
        throw mailError(error);
      }
    },
  };
}

/** The client's own retries are off: it would send again after a cut line. */
export function openSesMail(configurationSet = process.env.HOMEROOM_MAIL_SET): Mailer {
  return sesMail(new SESv2Client({ maxAttempts: 1 }), configurationSet);
}

/** Faults of the message or address; those of the account or its rate pass. */
const REFUSALS = ['BadRequestException', 'MessageRejected', 'NotFoundException'];
/** Nothing was sent on such a line. */
const UNREACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

function mailError(error: unknown): Error {
  const name = nameOf(error);
  if (error instanceof SESv2ServiceException) {
    return REFUSALS.includes(name) ? new MailRefusedError(name) : new MailLaterError(name);
  }
  return UNREACHED.includes(errorCode(error) ?? '') ? new MailLaterError(name) : new MailUnsureError(name);
}

/** A message of SES may repeat an address; its name does not. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
