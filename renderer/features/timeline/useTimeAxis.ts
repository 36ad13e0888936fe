import { scaleUtc, select, zoom, zoomIdentity, type ScaleTime, type ZoomTransform } from 'd3';
import { useEffect, useMemo, useRef, useState } from 'react';

const DAY_MS = 86_400_000;
const SHORTEST_SPAN_DAYS = 21;
const STEP = 1.5;

export type TimeAxis = Readonly<{
  /** Put on the element that is dragged and zoomed. */
  ref: (element: HTMLElement | null) => void;
  /** Pixels from the left of a day since 1970-01-01. */
  x: (day: number) => number;
  scale: ScaleTime<number, number>;
  width: number;
  /** Days that are in view. */
  span: number;
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
}>;

/** The time axis of a canvas as wide as its element, over the days `[from, to]` when it fits. */
export function useTimeAxis([from, to]: readonly [number, number]): TimeAxis {
  const [element, ref] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const longest = Math.max(1, (to - from) / SHORTEST_SPAN_DAYS);
  const behavior = useRef(zoom<HTMLElement, unknown>());

  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);

  useEffect(() => {
    if (!element) return;
    const selection = select(element);
    behavior.current
      .scaleExtent([0.5, longest])
      // The plain wheel scrolls the lanes; with Ctrl (a pinch too) or Shift it is the time's.
      .filter((event: WheelEvent & MouseEvent) =>
        event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0,
      )
      .on('zoom', (event: Readonly<{ transform: ZoomTransform }>) => setTransform(event.transform));
    selection.call(behavior.current).on('dblclick.zoom', null);
    return () => void selection.on('.zoom', null);
  }, [element, longest]);

  return useMemo(() => {
    const scale = transform.rescaleX(
      scaleUtc()
        .domain([new Date(from * DAY_MS), new Date(to * DAY_MS)])
        .range([0, Math.max(1, width)]),
    );
    const by = (factor: number) => {
      if (element) select(element).call(behavior.current.scaleBy, factor);
    };
    const [first, last] = scale.domain();
    return {
      ref,
      x: (day) => scale(day * DAY_MS),
      scale,
      width,
      span: (Number(last) - Number(first)) / DAY_MS,
      zoomIn: () => by(STEP),
      zoomOut: () => by(1 / STEP),
      fit: () => {
        if (element) select(element).call(behavior.current.transform, zoomIdentity);
      },
    };
  }, [transform, from, to, width, element]);
}
