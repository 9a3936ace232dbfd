"use client";

import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";
import type { Effective, PolicyView as Policy, VersionView } from "@/lib/policy/views";
import { DriftPart } from "./drift-part";
import { HistoryPart } from "./history-part";
import { Presets } from "./presets";
import { ScopePanel } from "./scope-panel";
import type { PolicyActions } from "./types";
import type { Draft } from "./use-draft";

type Props = {
  policy: Policy;
  versions: readonly VersionView[];
  expiry: readonly Expiry[];
  actions: PolicyActions | null;
  draft: Draft;
  effective: Effective | null;
};

/** One tab for each place where settings stand, then the history and the drift. */
export function usePolicyTabs({ policy, versions, expiry, actions, draft, effective }: Props) {
  const t = useText().policy;
  const mayWrite = actions !== null;
  return [
    ...policy.scopes.map((scope) => ({
      value: scope.host,
      label: (
        <>
          {scope.host === "*" ? t.everywhere : shortHost(scope.host, policy.scopes)}
          {draft.changes.some((it) => it.host === scope.host) && <Changed />}
        </>
      ),
      content: (
        <>
          <ScopePanel
            policy={policy}
            host={scope.host}
            draft={draft}
            mayWrite={mayWrite}
            effective={effective}
            expiry={expiry}
          />
          {(scope.kind === "everywhere" || scope.kind === "host") && (
            <Presets
              host={scope.host}
              settings={policy.settings}
              draft={draft}
              mayWrite={mayWrite}
            />
          )}
        </>
      ),
    })),
    {
      value: "history",
      label: t.history,
      content: <HistoryPart versions={versions} draft={draft} back={actions?.back ?? null} />,
    },
    {
      value: "drift",
      label: t.drift,
      content: <DriftPart policy={policy} effective={effective} expiry={expiry} />,
    },
  ];
}

/** `rooms` for rooms.chat.example beside chat.example. */
function shortHost(host: string, scopes: Policy["scopes"]): string {
  const parent = scopes.find((it) => it.kind === "host" && host.endsWith(`.${it.host}`));
  return parent ? host.slice(0, -parent.host.length - 1) : host;
}

function Changed() {
  const t = useText().policy;
  return (
    <span className="dotc">
      <span className="vh">{t.changedMark}</span>
    </span>
  );
}
