import { inject } from "vitest";
import { sqlLine } from "./sql-line";

/** The line that points a Prosody at the database of a test. */
export const prosodyLine = ({ name }: { name: () => string }): string =>
  sqlLine(inject("cluster").prosody.replace("{database}", name()));
