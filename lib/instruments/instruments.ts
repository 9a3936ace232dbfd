import os from "node:os";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { everyProcess } from "@/lib/db/singleton";
import { env } from "@/lib/env";

type Instruments = {
  registry: OpenMetricsRegistry;
  /** Seconds from the question to the page of hits, in the order they were answered. */
  searchSeconds: Histogram<"text">;
  searchesRefused: Counter<"reason">;
};

/** Seconds; the goal is 0.06, the limit of a statement 5. */
const SEARCH_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * What this process counts by itself, for /metrics. Lost with the process, which is why each carries
 * `instance`; whatever must last is read from the database instead (lib/metrics).
 */
export function instruments(): Instruments {
  return everyProcess("instruments", create);
}

export const OPENMETRICS_TYPE = Registry.OPENMETRICS_CONTENT_TYPE;

export type OpenMetricsRegistry = Registry<typeof OPENMETRICS_TYPE>;

export function openMetricsRegistry(): OpenMetricsRegistry {
  const registry = new Registry<typeof OPENMETRICS_TYPE>();
  registry.setContentType(OPENMETRICS_TYPE);
  return registry;
}

function create(): Instruments {
  const registry = openMetricsRegistry();
  registry.setDefaultLabels({ instance: `${os.hostname()}:${env().port}` });
  const registers = [registry];
  memory(registry);
  return {
    registry,
    searchSeconds: new Histogram({
      name: "muniment_search_duration_seconds",
      help: "Time until a page of hits was answered, by whether words were asked for.",
      labelNames: ["text"],
      buckets: SEARCH_BUCKETS,
      registers,
    }),
    searchesRefused: new Counter({
      name: "muniment_searches_refused_total",
      help: "Searches that were told to come again, by reason.",
      labelNames: ["reason"],
      registers,
    }),
  };
}

function memory(registry: OpenMetricsRegistry): void {
  new Gauge({
    name: "muniment_process_resident_memory_bytes",
    help: "Memory of the web process.",
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: "muniment_process_start_time_seconds",
    help: "When the web process began, in Unix seconds.",
    registers: [registry],
    collect() {
      this.set(Math.round(Date.now() / 1_000 - process.uptime()));
    },
  });
}
