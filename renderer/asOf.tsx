import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';

type AsOf = Readonly<{
  /** The day for which every screen answers. */
  asOf: PlainDate;
  /** The reader's own calendar date. */
  today: PlainDate;
  isToday: boolean;
  /** Looks at the portfolio on another day; null goes back to today. */
  setAsOf: (day: PlainDate | null) => void;
}>;

const AsOfContext = createContext<AsOf | null>(null);

export function AsOfProvider({ children }: Readonly<{ children: ReactNode }>) {
  const today = useToday();
  const [chosen, setChosen] = useState<PlainDate | null>(null);
  const value = useMemo<AsOf>(() => {
    const asOf = chosen ?? today;
    return {
      asOf,
      today,
      isToday: asOf === today,
      setAsOf: (day) => setChosen(day === today ? null : day),
    };
  }, [chosen, today]);
  return <AsOfContext value={value}>{children}</AsOfContext>;
}

/** The day that screens show, and how to change it. */
export function useAsOf(): AsOf {
  const value = use(AsOfContext);
  if (value === null) throw new Error('useAsOf needs an AsOfProvider above it');
  return value;
}

/** The calendar date of an instant in the reader's own zone. */
export function localDay(instant: Date): PlainDate {
  const year = String(instant.getFullYear()).padStart(4, '0');
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  const day = String(instant.getDate()).padStart(2, '0');
  return plainDateSchema.parse(`${year}-${month}-${day}`);
}

const CHECK_EVERY_MS = 30_000;

/** Asks the clock rather than waiting until midnight, since a sleeping machine misses its timers. */
function useToday(): PlainDate {
  const [today, setToday] = useState(() => localDay(new Date()));
  useEffect(() => {
    const look = () => setToday(localDay(new Date()));
    const timer = setInterval(look, CHECK_EVERY_MS);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
  return today;
}
