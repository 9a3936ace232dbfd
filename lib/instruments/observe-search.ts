import { ConsoleError } from "@/lib/errors";
import { instruments } from "./instruments";

/** Runs a search and keeps how long its answer took, or that it was told to come again. */
export async function observeSearch<T>(withText: boolean, run: () => Promise<T>): Promise<T> {
  const { searchSeconds, searchesRefused } = instruments();
  const begin = performance.now();
  try {
    const answer = await run();
    searchSeconds.observe({ text: String(withText) }, (performance.now() - begin) / 1_000);
    return answer;
  } catch (error) {
    if (error instanceof ConsoleError && error.code === "busy") {
      searchesRefused.inc({ reason: error.details.reason ?? "busy" });
    }
    throw error;
  }
}
