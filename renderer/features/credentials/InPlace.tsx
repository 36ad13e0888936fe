import { useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

export type CloseEditor = (refocus: boolean) => void;

type InPlaceProps = Readonly<{
  /** The value; `ref` goes to what takes the focus back after editing. */
  display: (edit: () => void, ref: RefObject<HTMLButtonElement | null>) => ReactNode;
  editor: (close: CloseEditor) => ReactNode;
}>;

/** A value that turns into its editor where it stands, and back. */
export function InPlace({ display, editor }: InPlaceProps) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  const close = useCallback<CloseEditor>((back) => {
    refocus.current = back;
    setEditing(false);
  }, []);
  useEffect(() => {
    if (editing || !refocus.current) return;
    refocus.current = false;
    button.current?.focus();
  }, [editing]);
  return editing ? editor(close) : display(() => setEditing(true), button);
}

/**
 * Begins editing as the button goes down: the editor that closes meanwhile may move everything, and
 * a click that ends elsewhere would be lost. The keyboard comes by way of the click.
 */
export function pressStarts(edit: () => void) {
  return {
    onMouseDown: (event: React.MouseEvent) => {
      if (event.button !== 0) return;
      // The editor takes the focus; the button must not take it back.
      event.preventDefault();
      edit();
    },
    onClick: edit,
  };
}
