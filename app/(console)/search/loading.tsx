import { Skeleton, SkeletonLines } from "@/components/ui/skeleton";
import { getText } from "@/lib/i18n/server";

/** The box, its chips, and what stands under them. */
export default async function Loading() {
  const { frame } = await getText();
  return (
    <div className="page search-page" aria-busy="true">
      <p className="vh" role="status">
        {frame.loading}
      </p>
      <Skeleton height="42px" />
      <div className="mt-3">
        <Skeleton width="104px" height="20px" />
      </div>
      <div className="mt-10">
        <SkeletonLines lines={10} />
      </div>
    </div>
  );
}
