"use client";

import { usePartyName } from "@/components/archive/party";
import { SaidText } from "@/components/archive/said-text";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";

type Props = { claims: MessageView["claims"]; at(stamp: number): string };

/** Corrections and retractions by somebody else: told, never carried out. */
export function Claims({ claims, at }: Props) {
  const t = useText().transcript;
  const partyName = usePartyName();
  return claims.map((claim) => (
    <span key={claim.rowId} className="claim">
      <span className="mark guess">
        <Icon name="alert" />
        {(claim.what === "correction" ? t.claimCorrection : t.claimRetraction)(
          partyName(claim.by),
          at(claim.stamp),
        )}
      </span>
      {claim.text && (
        <q>
          <SaidText said={claim.text} />
        </q>
      )}
    </span>
  ));
}
