import "server-only";
import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { type ZodType, z } from "zod";
import { type ActionResult, ConsoleError, toActionResult } from "@/lib/errors";
import { errors } from "@/lib/i18n/en/errors";
import { reasonOf, refusal } from "@/lib/refusal";
import { authorize } from "./authorize";
import { withDatabaseFailure } from "./database-failure";
import type { Grant } from "./grant";
import type { Permission } from "./permissions";
import { problemOf } from "./problem";
import { isSameOrigin } from "./same-origin";

/** Path and query of the page asked for; set by proxy.ts, which overwrites what the client sent. */
export const PATH_HEADER = "x-muniment-path";

/**
 * A page: `export default page("archive.browse", async (grant, props: PageProps<"/archive">) => …)`.
 * Leads to /sign-in (and back) without a session, to /no-access without the permission; a ConsoleError
 * `not-found` becomes the not-found page. Other errors reach error.tsx.
 */
export function page<P extends Permission, Props = object>(
  permission: P,
  render: (grant: Grant<P>, props: Props) => ReactNode | Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await render(await authorize(permission), props);
    } catch (error) {
      return leave(error, permission);
    }
  };
}

/** `generateMetadata` of a page: runs before the page, so it needs the same door. Nothing for strangers. */
export function metadata<P extends Permission, Props = object>(
  permission: P,
  about: (grant: Grant<P>, props: Props) => Metadata | Promise<Metadata>,
): (props: Props) => Promise<Metadata> {
  return async (props) => {
    try {
      return await about(await authorize(permission), props);
    } catch (error) {
      if (error instanceof ConsoleError) return {};
      throw error;
    }
  };
}

async function leave(error: unknown, needs: Permission): Promise<never> {
  if (!(error instanceof ConsoleError)) throw error;
  if (error.code === "not-found") notFound();
  if (error.code === "forbidden") redirect(`/no-access?needs=${needs}` as Route);
  if (error.code !== "unauthenticated") throw error;
  const path = (await headers()).get(PATH_HEADER);
  redirect((path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in") as Route);
}

/**
 * A server action: `export const disableAction = action("operator.manage", schema, (grant, input) => …)`.
 * It is a public POST endpoint: authorizes first, then parses. Without input pass `null` as schema.
 */
export function action<P extends Permission, T>(
  permission: P,
  schema: null,
  run: (grant: Grant<P>) => Promise<T>,
): () => Promise<ActionResult<T>>;
export function action<P extends Permission, S extends ZodType, T>(
  permission: P,
  schema: S,
  run: (grant: Grant<P>, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>>;
export function action<P extends Permission, T>(
  permission: P,
  schema: ZodType | null,
  run: (grant: Grant<P>, input: unknown) => Promise<T>,
) {
  return async (input?: unknown): Promise<ActionResult<T>> => {
    try {
      const grant = await authorize(permission);
      const parsed = schema ? schema.safeParse(input) : { success: true as const, data: undefined };
      if (!parsed.success) return refuseInput(parsed.error);
      return { ok: true, value: await run(grant, parsed.data) };
    } catch (error) {
      return toActionResult(withDatabaseFailure(error));
    }
  };
}

function refuseInput(error: z.ZodError): ActionResult<never> {
  const { formErrors, fieldErrors } = z.flattenError(error);
  const fields = fieldErrors as Record<string, string[] | undefined>;
  const message = formErrors[0] ?? Object.values(fields).flat()[0] ?? errors["request-invalid"];
  return { ok: false, error: { code: "invalid", message, reason: reasonOf(message), fields } };
}

/**
 * A route handler: `export const GET = route("archive.browse", (grant, request, context) => …)`.
 * Failures become problem+json (401, 403, 400, 404, 409, 503); no answer is ever cached. What changes
 * something must come from our own pages.
 */
export function route<P extends Permission, Context = unknown>(
  permission: P,
  handle: (grant: Grant<P>, request: Request, context: Context) => Response | Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const response = await answer(async () => {
      if (!isSameOrigin(request)) {
        throw refusal("forbidden", "foreign-origin");
      }
      return handle(await authorize(permission), request, context);
    }, request);
    response.headers.set("cache-control", "no-store");
    return response;
  };
}

async function answer(handle: () => Promise<Response>, request: Request): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    // The browser went away and its query was cancelled: nobody reads this, and it is no bug.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    const problem = problemOf(withDatabaseFailure(error));
    if (problem) return problem;
    throw error;
  }
}
