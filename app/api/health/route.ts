import { getHealth } from "@/lib/health/health";

export const dynamic = "force-dynamic";

/** For load balancers and `npm start`; open to everybody, so it says nothing about people. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  const status = health.status === "ok" ? 200 : 503;
  return Response.json(health, { status, headers: { "Cache-Control": "no-store" } });
}
