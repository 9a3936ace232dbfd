"use client";

import { Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { useText } from "@/components/use-text";
import { Icon } from "./icon";
import { Tool } from "./tool";

export type ToastMessage = { tone?: "fine" | "loss"; title: string; note?: string };

const Context = createContext<(message: ToastMessage) => void>(() => {});

/** Shows a word in the corner. Never the only record: the page itself must say the same. */
export function useToast(): (message: ToastMessage) => void {
  return use(Context);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const text = useText().ui;
  const [shown, setShown] = useState<(ToastMessage & { id: number })[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setShown((before) => [...before.slice(-2), { ...message, id: (before.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const drop = (id: number) => setShown((before) => before.filter((toast) => toast.id !== id));
  return (
    <Context value={show}>
      <Radix.Provider label={text.notification} duration={6000}>
        {children}
        {shown.map((toast) => (
          <ToastView key={toast.id} toast={toast} onGone={() => drop(toast.id)} />
        ))}
        <Radix.Viewport className="toasts" label={`${text.notifications} ({hotkey})`} />
      </Radix.Provider>
    </Context>
  );
}

function ToastView({ toast, onGone }: { toast: ToastMessage; onGone: () => void }) {
  const text = useText().ui;
  return (
    <Radix.Root className="toast" onOpenChange={(open) => !open && onGone()}>
      <Icon
        name={toast.tone === "loss" ? "fail" : "pass"}
        className={toast.tone === "loss" ? "text-loss" : "text-fine"}
      />
      <Radix.Title asChild>
        <strong>{toast.title}</strong>
      </Radix.Title>
      <Radix.Close asChild>
        <Tool icon="x" label={text.close} />
      </Radix.Close>
      {toast.note && (
        <Radix.Description asChild>
          <p>{toast.note}</p>
        </Radix.Description>
      )}
    </Radix.Root>
  );
}
