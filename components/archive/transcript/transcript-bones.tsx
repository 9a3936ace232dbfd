const WIDTHS = [38, 62, 24, 71, 45, 56, 18, 66, 33, 52];

/** The shape of a transcript before it comes: nothing jumps when it does. */
export function TranscriptBones({ label }: { label: string }) {
  return (
    <div className="script" role="status" aria-label={label}>
      {WIDTHS.map((width) => (
        <div key={width} className="bones-line">
          <i />
          <i style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
