import { z } from 'zod';
import type { SiteSettings } from '../digest/schema.ts';
import { OperatorFault } from '../site/operator-fault.ts';

const empty = (value: unknown) => (value === '' ? undefined : value);
const PORT = 'expected a port from 1 to 65535';
const oneLine = z.string().regex(/^\P{Cc}+$/u, 'expected one line');

/** What `npm run email` reads from the environment. */
const EnvironmentSchema = z
  .object({
    SMTP_HOST: z.preprocess(empty, oneLine.default('localhost')),
    SMTP_PORT: z.preprocess(
      empty,
      z.coerce.number(PORT).int(PORT).min(1, PORT).max(65_535, PORT).default(587),
    ),
    SMTP_USER: z.preprocess(empty, z.string().optional()),
    SMTP_PASSWORD: z.preprocess(empty, z.string().optional()),
    EMAIL_FROM: z.preprocess(
      empty,
      z.email('expected an address such as digest@example.org').optional(),
    ),
    /** `https://…` or `mailto:…`; `{address}` stands for the recipient's. */
    EMAIL_UNSUBSCRIBE: z.preprocess(
      empty,
      oneLine
        .regex(/^(https:\/\/|mailto:)\S+$/, 'expected https://… or mailto:…')
        .refine(
          (url) => URL.canParse(url.replaceAll('{address}', 'a%40b.c')),
          'expected an address',
        )
        .optional(),
    ),
    /** Whether that https address takes the one-click POST of RFC 8058. */
    EMAIL_ONE_CLICK: z.preprocess(empty, z.enum(['yes', 'no'], 'expected yes or no').default('no')),
    /** Seconds before the first, second … retry of temporary failures. */
    EMAIL_RETRY_SECONDS: z.preprocess(
      empty,
      z
        .string()
        .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, 'expected seconds: 10,60,300')
        .default('10,60,300')
        .transform((text) => text.split(',').map(Number)),
    ),
  })
  .refine(({ SMTP_USER, SMTP_PASSWORD }) => !SMTP_USER || SMTP_PASSWORD, {
    path: ['SMTP_PASSWORD'],
    error: 'expected where SMTP_USER is set',
  })
  .refine(
    ({ EMAIL_ONE_CLICK, EMAIL_UNSUBSCRIBE = '' }) =>
      EMAIL_ONE_CLICK === 'no' || EMAIL_UNSUBSCRIBE.startsWith('https://'),
    { path: ['EMAIL_ONE_CLICK'], error: 'expected an EMAIL_UNSUBSCRIBE of https://… with it' },
  );

export interface EmailSettings {
  smtp: { host: string; port: number; user?: string; password?: string };
  from: { name: string; address: string };
  unsubscribe: string;
  oneClick: boolean;
  retrySeconds: number[];
}

/**
 * The settings of mail: who sends, over which server. Throws one message that lists everything
 * that is wrong. `stranger` sends where nobody is named, in mails that are only looked at.
 */
export function readEmailSettings(
  environment: Record<string, string | undefined>,
  site: SiteSettings,
  stranger?: string,
): EmailSettings {
  const { data, error } = EnvironmentSchema.safeParse(environment);
  if (error) {
    const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new OperatorFault(issues.join('\n'));
  }
  const address = data.EMAIL_FROM ?? site.email ?? stranger;
  if (!address) {
    throw new OperatorFault('There is no sender: set EMAIL_FROM, or `email` in content/site.yaml.');
  }
  return {
    smtp: {
      host: data.SMTP_HOST,
      port: data.SMTP_PORT,
      ...(data.SMTP_USER && { user: data.SMTP_USER }),
      ...(data.SMTP_PASSWORD && { password: data.SMTP_PASSWORD }),
    },
    from: { name: site.title, address },
    unsubscribe: data.EMAIL_UNSUBSCRIBE ?? `mailto:${address}?subject=unsubscribe`,
    oneClick: data.EMAIL_ONE_CLICK === 'yes',
    retrySeconds: data.EMAIL_RETRY_SECONDS,
  };
}
