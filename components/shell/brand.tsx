import type { Route } from "next";
import Link from "next/link";

/** A bound volume, seen from the front. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 3.75h14v12.5H3zM7 3.75v12.5M9.75 7.5H14M9.75 10.25H14M9.75 13h2.25" />
    </svg>
  );
}

export function Brand({ name }: { name: string }) {
  return (
    <Link className="brand" href={"/" as Route} prefetch={false}>
      <BrandMark />
      <span>{name}</span>
    </Link>
  );
}
