// What an HTTP API hands to a function, and what it takes back (payload format 2.0).
import { z } from 'zod';

export const httpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  cookies: z.array(z.string()).default([]),
  headers: z.record(z.string(), z.string().optional()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }).optional(),
  }),
});
export type HttpEvent = z.output<typeof httpEvent>;

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string;
}

export function bodyOf({ body = '', isBase64Encoded }: HttpEvent): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

export function cookieOf({ cookies }: HttpEvent, name: string): string | undefined {
  return cookies.find((c) => c.startsWith(`${name}=`))?.slice(name.length + 1);
}

export const htmlAnswer = (statusCode: number, body: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

export const goTo = (location: string, cookies: readonly string[] = []): HttpAnswer => ({
  statusCode: 303,
  headers: { location, 'cache-control': 'no-store' },
  cookies,
  body: '',
});
