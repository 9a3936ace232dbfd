const RADIUS = 5.5;
const ROUND = 2 * Math.PI * RADIUS;

/** How far, 0 to 1, as an arc; null: unknown, a quarter that turns. Decoration: the label says it. */
export function Ring({ share }: { share: number | null }) {
  const length = ROUND * (share ?? 0.25);
  return (
    <svg className={share === null ? "ring turns" : "ring"} viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r={RADIUS} className="whole" />
      <circle cx="7" cy="7" r={RADIUS} className="part" strokeDasharray={`${length} ${ROUND}`} />
    </svg>
  );
}
