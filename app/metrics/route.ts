import { env } from "@/lib/env";
import { OPENMETRICS_TYPE } from "@/lib/instruments/instruments";
import { exposition } from "@/lib/metrics/exposition";
import { carriesToken } from "@/lib/metrics/token";

export const dynamic = "force-dynamic";

const PLAIN = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

/** For Prometheus, which has no session but METRICS_TOKEN. Numbers and names of hosts, never of people. */
export async function GET(request: Request): Promise<Response> {
  const { metricsToken } = env();
  if (metricsToken === null)
    return new Response("METRICS_TOKEN is not set.\n", { status: 404, headers: PLAIN });
  if (!carriesToken(request.headers.get("authorization"), metricsToken)) {
    const headers = { ...PLAIN, "www-authenticate": 'Bearer realm="metrics"' };
    return new Response("The bearer token is missing or wrong.\n", { status: 401, headers });
  }
  try {
    return new Response(await exposition(), {
      headers: { ...PLAIN, "content-type": OPENMETRICS_TYPE },
    });
  } catch (error) {
    console.error("metrics:", error instanceof Error ? error.message : error);
    return new Response("The database does not answer.\n", { status: 503, headers: PLAIN });
  }
}
