"use client";

import { useState } from "react";
import { Abstract } from "@/components/ui/abstract";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { useText } from "@/components/use-text";
import type { OperatorView } from "@/lib/access/views";
import type { WeakerPromise } from "@/lib/db/describe";
import { AccessDialogs } from "./access-dialogs";
import { Guards } from "./guards";
import { OperatorEntry } from "./operator-entry";
import { RoleMatrix } from "./role-matrix";
import type { Asked, OperatorActions } from "./types";

type Props = {
  operators: OperatorView[];
  actions: OperatorActions;
  weaker: WeakerPromise[];
};

export function AccessView({ operators, actions, weaker }: Props) {
  const text = useText().access;
  const [asked, setAsked] = useState<Asked>(null);
  const signedIn = operators.filter(({ sessions }) => sessions.length > 0).length;
  const sessions = operators.reduce((sum, operator) => sum + operator.sessions.length, 0);
  const disabled = operators.filter(({ disabledAt }) => disabledAt).length;
  return (
    <div className="page">
      <PageTitle
        actions={
          <Button icon="plus" onClick={() => setAsked({ deed: "add" })}>
            {text.add}
          </Button>
        }
      >
        {text.title}
      </PageTitle>
      <Abstract className="mt-1">
        <b>{text.count(operators.length)}</b>; {text.signedIn(signedIn, operators.length)}
        {signedIn > 0 && (
          <>
            {" "}
            <b>{text.sessions(sessions)}</b>.
          </>
        )}
        {disabled > 0 && ` ${text.disabledCount(disabled)}`}
      </Abstract>
      <div className="ops">
        {operators.map((operator) => (
          <OperatorEntry
            key={operator.id}
            operator={operator}
            onAsk={(deed) => setAsked({ deed, operator })}
          />
        ))}
      </div>
      <div className="below">
        <RoleMatrix />
        <Guards weaker={weaker} />
      </div>
      <AccessDialogs asked={asked} close={() => setAsked(null)} actions={actions} />
    </div>
  );
}
