"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { useText } from "@/components/use-text";
import { ROLES, type Role } from "@/lib/auth/permissions";

type Props = {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  /** Cannot be taken away here, and why. */
  fixed?: { role: Role; why: string } | null;
};

export function RoleChoice({ value, onChange, fixed }: Props) {
  const { access, frame } = useText();
  const toggle = (role: Role, on: boolean) =>
    onChange(ROLES.filter((known) => (known === role ? on : value.includes(known))));
  return (
    <fieldset className="grid gap-3">
      <legend className="note mb-2">{access.dialogs.roles}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={frame.roles[role]}
          hint={fixed?.role === role ? fixed.why : access.roleHints[role]}
          checked={value.includes(role)}
          disabled={fixed?.role === role}
          onChange={(event) => toggle(role, event.target.checked)}
        />
      ))}
    </fieldset>
  );
}
