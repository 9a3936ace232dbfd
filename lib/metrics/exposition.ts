import "server-only";
import { everyProcess } from "@/lib/db/singleton";
import { instruments, openMetricsRegistry } from "@/lib/instruments/instruments";
import { addArchiveMetrics } from "./archive-metrics";
import { addConsoleMetrics } from "./console-metrics";

const underWay = everyProcess<{ text: Promise<string> | null }>("metrics", () => ({ text: null }));

/**
 * Everything there is to scrape, in OpenMetrics 1.0. Scrapes at the same moment share one look, so that
 * several Prometheus servers cost what one does. Cost: a few index lookups and the owners' lines.
 * @throws whatever the database throws: half of it would look like the whole
 */
export function exposition(): Promise<string> {
  underWay.text ??= expose().finally(() => {
    underWay.text = null;
  });
  return underWay.text;
}

async function expose(): Promise<string> {
  // A registry of its own: a host, a finding or a pool that is gone must not stay.
  const lasting = openMetricsRegistry();
  await Promise.all([addArchiveMetrics(lasting), addConsoleMetrics(lasting)]);
  const parts = [await lasting.metrics(), await instruments().registry.metrics()];
  // Each ends as a whole does; the whole has one end.
  return `${parts.map((part) => part.replace(/# EOF\n?$/, "")).join("")}# EOF\n`;
}
