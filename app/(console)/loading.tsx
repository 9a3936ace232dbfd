import { Skeleton, SkeletonLines } from "@/components/ui/skeleton";
import { getText } from "@/lib/i18n/server";

/** Title, abstract, list: the shape that every page has. */
export default async function Loading() {
  const { frame } = await getText();
  return (
    <div className="page" aria-busy="true">
      <p className="vh" role="status">
        {frame.loading}
      </p>
      <Skeleton width="220px" height="22px" className="my-1" />
      <div className="mt-3 max-w-[76ch]">
        <Skeleton width="88%" height="18px" />
      </div>
      <div className="mt-10">
        <SkeletonLines lines={12} />
      </div>
    </div>
  );
}
