import { v7 } from 'uuid';

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

/** The machine's clock and identities, for the processes that open an engine; shared code has none. */
export const systemClock = {
  /** The instant now as UTC ISO text. */
  now: (): string => new Date().toISOString(),
  /** The calendar day now where the machine is. */
  today: (): string => {
    const now = new Date();
    return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`;
  },
  /** A new UUIDv7 (RFC 9562), which sorts by the time it was made. */
  newId: (): string => v7(),
} as const;
