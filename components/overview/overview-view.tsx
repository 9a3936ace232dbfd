import { type ReactNode, Suspense } from "react";
import { ChartBones, TableBones } from "@/components/storage/storage-bones";
import { Skeleton } from "@/components/ui/skeleton";
import { NightsPart } from "./nights/nights-part";
import { OverviewSentence } from "./overview-sentence";
import type { OverviewParts } from "./parts";
import { SizePart } from "./size/size-part";
import { TrailPart } from "./trail-part";
import { WaitsPart } from "./waits/waits-part";
import { WrongPart } from "./wrong/wrong-part";

type Props = { parts: OverviewParts; host: string | null; howToIndex: ReactNode };

/** Four questions, each answered when it is: how big, what disappears, who waits, what is wrong. */
export function OverviewView({ parts, host, howToIndex }: Props) {
  const { size, nights, jobs, approvals, findings, trail } = parts;
  return (
    <div className="page overview">
      <OverviewSentence
        bones={
          <span aria-busy="true">
            <Skeleton width="min(720px, 94%)" height="20px" className="mb-2" />
            <Skeleton width="min(420px, 60%)" height="20px" />
          </span>
        }
        host={host}
        parts={parts}
      />
      <div className="questions">
        <div className="q of-size">
          {size ? (
            <Suspense fallback={<ChartBones height={196} />}>
              <SizePart size={size} nights={nights} howToIndex={howToIndex} />
            </Suspense>
          ) : (
            trail && (
              <Suspense fallback={<TableBones lines={6} />}>
                <TrailPart trail={trail} />
              </Suspense>
            )
          )}
        </div>
        {jobs && (
          <div className="q of-waits">
            <Suspense fallback={<TableBones lines={3} />}>
              <WaitsPart jobs={jobs} approvals={approvals} />
            </Suspense>
          </div>
        )}
        <div className="q of-nights">
          <Suspense fallback={<ChartBones height={112} />}>
            <NightsPart nights={nights} />
          </Suspense>
        </div>
        <div className="q of-wrong">
          <Suspense fallback={<TableBones lines={4} />}>
            <WrongPart findings={findings} />
          </Suspense>
        </div>
      </div>
    </div>
  );
}
