// The port to whoever carries mail: SES in AWS; on one machine the outbox folder is the post.
import { HomeroomError } from '../errors/homeroom-error.ts';

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** The whole message, RFC 5322. */
  readonly raw: Buffer;
}

export interface Mailer {
  /** Why nothing is sent to an address, such as "BOUNCE"; undefined where it may be. */
  suppressed(address: string): Promise<string | undefined>;
  /**
   * The carrier's id of the message.
   * @throws MailLaterError, MailRefusedError, MailUnsureError
   */
  send(envelope: Envelope): Promise<string>;
}

/** Not now: busy, over its rate, or out of reach. The message has surely not been taken. */
export class MailLaterError extends HomeroomError {
  constructor(why: string) {
    super('MAIL_LATER', 'The mail service does not take mail now.', {
      where: why,
      mend: 'Nothing; it is tried again. If it lasts, look at the sending account.',
    });
  }
}

/** Never: this message or this address. */
export class MailRefusedError extends HomeroomError {
  constructor(why: string) {
    super('MAIL_REFUSED', 'The mail service refused the message.', {
      where: why,
      mend: 'Check the address in the district file, and that the sender is verified.',
    });
  }
}

/** The line was cut when the message may have been taken already. */
export class MailUnsureError extends HomeroomError {
  constructor(why: string) {
    super('MAIL_UNSURE', 'Nobody knows whether the mail service took the message.', {
      where: why,
      mend: 'It is not sent again, so that nobody gets it twice; ask the recipient.',
    });
  }
}
