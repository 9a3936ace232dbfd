import type { Route } from "next";
import { redirect } from "next/navigation";
import { NOUNS } from "@/components/shell/noun-list";
import { permits } from "@/lib/auth/permissions";
import { currentOperator } from "@/lib/auth/session";

/** There is no overview yet: the first noun that the operator may open, for most of them the archive. */
export default async function Home() {
  const operator = await currentOperator();
  if (!operator) redirect("/sign-in" as Route);
  const noun = NOUNS.find(({ permission }) => permits(operator.roles, permission));
  redirect(noun?.href ?? ("/no-access" as Route));
}
