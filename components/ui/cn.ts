import { type ClassValue, clsx } from "clsx";

/** Class names, falsy ones left out. Our own classes never conflict, so nothing is merged. */
export function cn(...values: ClassValue[]): string {
  return clsx(values);
}
