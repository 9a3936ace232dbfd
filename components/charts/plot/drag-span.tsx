type Props = {
  /** Where a drag began and is, as shares of the width; null: nobody drags. */
  drag: { from: number; to: number } | null;
};

/** What is being marked with the pointer. */
export function DragSpan({ drag }: Props) {
  if (!drag) return null;
  const { from, to } = drag;
  return (
    <span className="drag" style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
  );
}
