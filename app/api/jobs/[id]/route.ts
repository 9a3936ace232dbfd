import { route } from "@/lib/auth/wrappers";
import { getJob } from "@/lib/jobs/queries";

/** One job, for as long as its record is kept. */
export const GET = route("storage.read", async (grant, request) => {
  const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
  return Response.json(await getJob(grant, id));
});
