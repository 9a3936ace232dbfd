import { Skeleton } from "@/components/ui/skeleton";

const WIDTHS = ["46%", "58%", "39%", "52%", "44%", "61%"];

/** Conversations before they come: three lines each, as the items have. */
export function ConversationBones() {
  return WIDTHS.map((width) => (
    <li key={width} className="cv" aria-hidden="true">
      <Skeleton width={width} className="my-1" />
      <Skeleton width="32px" className="my-1" />
      <Skeleton width="72%" className="my-1 col-span-2" />
      <Skeleton width="88%" className="my-1 col-span-2" />
    </li>
  ));
}
