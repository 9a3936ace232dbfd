type Props = { values: readonly number[]; width?: number; height?: number; label: string };

/** A line without axes: the shape of a thing over time, from nothing to its own largest value. */
export function Sparkline({ values, width = 360, height = 48, label }: Props) {
  const most = Math.max(1, ...values);
  const x = (index: number) => (values.length < 2 ? 0 : (index / (values.length - 1)) * width);
  const y = (value: number) => height - 1 - (value / most) * (height - 4);
  const points = values.length === 1 ? [values[0]!, values[0]!] : values;
  const line = points
    .map(
      (value, i) => `${points.length === 2 && values.length === 1 ? i * width : x(i)} ${y(value)}`,
    )
    .join("L");
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={`M0 ${height}L${line}L${width} ${height}Z`} fill="var(--heat-1)" />
      <path
        d={`M${line}`}
        fill="none"
        stroke="var(--data-1)"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
