import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/shell/door";
import { currentOperator } from "@/lib/auth/session";
import { getText } from "@/lib/i18n/server";
import packageJson from "@/package.json";
import { nextPath } from "./next-path";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText()).signIn.pageTitle };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Says nothing about what is kept here: whoever sees this page is a stranger. */
export default async function SignIn({ searchParams }: Props) {
  const asked = await searchParams;
  const next = nextPath(asked.next);
  if (await currentOperator()) redirect(next as Route);
  const { signIn: text, frame } = await getText();
  const word = asked["signed-out"] ? text.signedOut : next !== "/" ? text.goOn : null;
  return (
    <Door
      product={frame.product}
      skip={frame.skip}
      title={text.title}
      lead={text.lead}
      at={Math.floor(Date.now() / 1000)}
      foot={<span>{text.sessionEnds}</span>}
      end={text.product(packageJson.version)}
    >
      <SignInForm next={next} word={word} />
    </Door>
  );
}
