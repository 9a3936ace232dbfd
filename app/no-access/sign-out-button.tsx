"use client";

import { leave } from "@/components/shell/sign-out";
import { Button } from "@/components/ui/button";

export function SignOutButton({ label }: { label: string }) {
  return <Button onClick={leave}>{label}</Button>;
}
