import type { Metadata, Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { getText } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText()).frame.notFound.pageTitle };
}

export default async function NotFound() {
  const { notFound: text } = (await getText()).frame;
  return (
    <div className="page">
      <h1 className="vh">{text.pageTitle}</h1>
      <EmptyState
        icon="unknown"
        title={text.title}
        action={
          <ButtonLink href={"/" as Route} prefetch={false}>
            {text.home}
          </ButtonLink>
        }
      >
        {text.lead}
      </EmptyState>
    </div>
  );
}
