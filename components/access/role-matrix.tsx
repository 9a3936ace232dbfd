"use client";

import { NOUNS } from "@/components/shell/noun-list";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { type Permission, permits, ROLES } from "@/lib/auth/permissions";

/** Permissions that open something today; the whole table is in docs/security.md. */
const SHOWN: readonly Permission[] = [
  ...new Set<Permission>(["archive.browse", "archive.read", ...NOUNS.map((n) => n.permission)]),
];

export function RoleMatrix() {
  const { access, frame } = useText();
  return (
    <section aria-labelledby="role-matrix">
      <h2 className="h2" id="role-matrix">
        {access.matrix.title}
      </h2>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{access.matrix.permission}</th>
            {ROLES.map((role) => (
              <th key={role} scope="col">
                {frame.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN.map((permission) => (
            <tr key={permission}>
              <td>{frame.permissions[permission]}</td>
              {ROLES.map((role) =>
                permits([role], permission) ? (
                  <td key={role} className="yes">
                    <Icon name="check" label={access.matrix.yes} />
                  </td>
                ) : (
                  <td key={role}>
                    <span className="vh">{access.matrix.no}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
