import { Skeleton, SkeletonLines } from "@/components/ui/skeleton";

const BARS = [34, 58, 26, 72, 45, 90, 52, 64, 30, 78, 40, 56];

/** Hits by month that are on their way. */
export function MonthBones() {
  return (
    <div className="hh bones" aria-hidden="true">
      {BARS.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name and never move
        <Skeleton key={index} height={`${height}%`} />
      ))}
    </div>
  );
}

/** An answer that is on its way: its sentence, its months, its hits. */
export function AnswerBones() {
  return (
    <>
      <div className="sumrow">
        <Skeleton width="min(100%, 380px)" height="22px" />
      </div>
      <MonthBones />
      <div className="mt-10">
        <SkeletonLines lines={9} />
      </div>
    </>
  );
}
