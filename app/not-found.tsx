import type { Metadata, Route } from "next";
import { Door } from "@/components/shell/door";
import { ButtonLink } from "@/components/ui/button-link";
import { getText } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText()).frame.notFound.pageTitle };
}

export default async function NotFound() {
  const { frame } = await getText();
  return (
    <Door
      product={frame.product}
      skip={frame.skip}
      title={frame.notFound.title}
      lead={frame.notFound.lead}
    >
      <ButtonLink href={"/" as Route} tone="first" prefetch={false}>
        {frame.notFound.home}
      </ButtonLink>
    </Door>
  );
}
