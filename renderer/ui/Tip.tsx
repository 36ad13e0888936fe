import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { useSettled } from './settled.ts';

const LazyTooltip = lazy(async () => ({
  default: (await import('./FloatingTooltip.tsx')).Tooltip,
}));

type TipProps = Readonly<{
  label: string;
  position?: 'bottom' | 'right';
  disabled?: boolean;
  /** One element, which the hint belongs to. */
  children: ReactNode;
}>;

/** A hint at an element of the shell; what draws it is loaded after the first screen has been. */
export function Tip({ label, position = 'bottom', disabled = false, children }: TipProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const settled = useSettled();
  const find = useCallback((wrapper: HTMLSpanElement | null) => {
    const element = wrapper?.firstElementChild;
    setTarget(element instanceof HTMLElement ? element : null);
  }, []);
  return (
    <>
      <span ref={find} style={{ display: 'contents' }}>
        {children}
      </span>
      {settled && target !== null && !disabled && (
        <Suspense>
          <LazyTooltip target={target} label={label} position={position} />
        </Suspense>
      )}
    </>
  );
}
