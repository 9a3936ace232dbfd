import { Skeleton, SkeletonLines } from "@/components/ui/skeleton";

/** A chart before it comes: its head, and its plot in its height. */
export function ChartBones({ height }: { height: number }) {
  return (
    <div className="chart-frame" aria-hidden="true">
      <div className="head bar0">
        <Skeleton width="112px" />
        <span className="push">
          <Skeleton width="240px" height="28px" className="max-w-[40vw]" />
        </span>
      </div>
      <div className="plot-bones" style={{ height }} />
      <Skeleton width="min(520px, 80%)" className="mt-3" />
    </div>
  );
}

export function TableBones({ lines }: { lines: number }) {
  return (
    <div className="chart-frame" aria-hidden="true">
      <div className="head bar0">
        <Skeleton width="96px" />
      </div>
      <SkeletonLines lines={lines} />
    </div>
  );
}
