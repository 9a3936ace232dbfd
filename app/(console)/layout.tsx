import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { currentOperator } from "@/lib/auth/session";
import { closeRevealAction } from "./archive/reveal-actions";
import { frameData } from "./frame-data";
import { cancelJobAction } from "./job-actions";

/** The frame. Its look at the session is a courtesy: every page inside authorizes by itself. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const operator = await currentOperator();
  if (!operator) redirect(await signInPath());
  const frame = await frameData(operator);
  return (
    <Shell {...frame} onEndReading={closeRevealAction} onCancelJob={cancelJobAction}>
      {children}
    </Shell>
  );
}

async function signInPath(): Promise<Route> {
  const path = (await headers()).get("x-muniment-path");
  return (path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in") as Route;
}
