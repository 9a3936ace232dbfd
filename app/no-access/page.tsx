import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/shell/door";
import { NOUNS } from "@/components/shell/noun-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Facts } from "@/components/ui/facts";
import { PERMISSIONS, permits, ROLES } from "@/lib/auth/permissions";
import { currentOperator } from "@/lib/auth/session";
import { getText } from "@/lib/i18n/server";
import { SignOutButton } from "./sign-out-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText()).signIn.noAccess.pageTitle };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Which permission is missing (`?needs=`), which roles have it, and who can give it. */
export default async function NoAccess({ searchParams }: Props) {
  const operator = await currentOperator();
  if (!operator) redirect("/sign-in" as Route);
  const { needs } = await searchParams;
  const { signIn, frame } = await getText();
  const text = signIn.noAccess;
  const permission = PERMISSIONS.find((known) => known === needs);
  const roles = operator.roles.map((role) => frame.roles[role]).join(", ");
  const holders = permission ? ROLES.filter((role) => permits([role], permission)) : [];
  const start = NOUNS.find((noun) => permits(operator.roles, noun.permission));
  return (
    <Door
      product={frame.product}
      skip={frame.skip}
      title={text.title}
      lead={roles ? text.lead(operator.name, roles) : text.leadWithoutRole(operator.name)}
    >
      <Facts
        facts={[
          {
            name: text.needs,
            value: permission ? (
              <>
                {frame.permissions[permission]}, <span className="mono">{permission}</span>
              </>
            ) : (
              text.unknownPermission
            ),
          },
          permission !== undefined && {
            name: text.givenBy,
            value: holders.map((role) => frame.roles[role]).join(", "),
          },
          { name: text.howTo, value: text.howToText },
        ]}
      />
      <div className="row wrap">
        {start && (
          <ButtonLink href={start.href} tone="first" prefetch={false}>
            {text.start(frame.nouns[start.name])}
          </ButtonLink>
        )}
        <SignOutButton label={text.signOut} />
      </div>
    </Door>
  );
}
