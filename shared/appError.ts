/**
 * Every expected failure, closed: a caller can switch over it.
 * `damaged` means the record itself is harmed; `internal` is a defect of ours.
 */
export const appErrorCodes = [
  'invalid_input',
  'invalid_date',
  'not_found',
  'ambiguous',
  'conflict',
  'refused',
  'unsupported_format',
  'too_large',
  'cancelled',
  'busy',
  'disk_full',
  'read_only',
  'newer_portfolio',
  'not_a_portfolio',
  'damaged',
  'engine_stopped',
  'internal',
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** The one shape in which a failure crosses a process or reaches the command line. */
export type AppErrorShape = Readonly<{
  code: AppErrorCode;
  message: string;
  path?: string;
  details?: unknown;
}>;

/** An expected failure: a code to act on and one plain sentence that says what to do. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly path: string | undefined;
  readonly details: unknown;

  constructor(
    code: AppErrorCode,
    message: string,
    options: Readonly<{ path?: string; details?: unknown; cause?: unknown }> = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.path = options.path;
    this.details = options.details;
  }

  toShape(): AppErrorShape {
    return {
      code: this.code,
      message: this.message,
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(this.details === undefined ? {} : { details: this.details }),
    };
  }
}
