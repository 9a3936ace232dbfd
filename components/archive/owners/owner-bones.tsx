import { Skeleton } from "@/components/ui/skeleton";

const NAMES = ["104px", "136px", "88px", "120px", "152px", "96px", "128px", "112px"];
const COUNTS = ["n align-top", "n hide-s align-top", "n hide-s align-top"];
const TIMES = ["n hide-s align-top", "n align-top"];

/** People and rooms before they come: two lines a row, as the rows have. */
export function OwnerBones({ counted }: { counted: boolean }) {
  const others = counted ? [...COUNTS, ...TIMES] : TIMES;
  return (
    <tbody aria-hidden="true">
      {NAMES.map((width) => (
        <tr key={width}>
          <td className="align-top">
            <Skeleton width={width} className="my-1" />
            <Skeleton width="180px" className="mt-2 max-w-full" />
          </td>
          {others.map((className, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
            <td key={index} className={className}>
              <Skeleton width="48px" className="my-1 ms-auto" />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
