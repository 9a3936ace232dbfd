"use client";

import { usePreferences } from "@/components/preferences";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import type { OptionName } from "@/lib/i18n/en/options";
import type { Writable } from "@/lib/prosody/lua-config/literal";
import type { LuaLiteral } from "@/lib/prosody/lua-config/value";
import type { OptionKind } from "@/lib/prosody/options/option";
import { writePeriod, writeUploadPeriod } from "@/lib/prosody/periods/write";
import { PeriodControl } from "./period-control";
import { policyWord, valueWords } from "./value-words";

type Props = {
  name: OptionName;
  kind: OptionKind;
  value: LuaLiteral | undefined;
  /** What the value does, in days, where it is no plain one. */
  days: number | null;
  disabled: boolean;
  onChange: (value: Writable) => void;
};

/** The control inside the sentence, by the kind of setting. */
export function SettingControl(props: Props) {
  const texts = useText();
  const { locale } = usePreferences();
  const { name, kind, value, disabled, onChange } = props;
  const label = texts.options[name].label;
  switch (kind.type) {
    case "period":
      return <PeriodControl {...props} label={label} write={writePeriod} />;
    case "upload-period":
      return <PeriodControl {...props} label={label} write={writeUploadPeriod} />;
    case "switch":
      return (
        <Select
          bare
          small
          label={label}
          value={String(value === true)}
          disabled={disabled}
          options={["true", "false"].map((it) => ({
            value: it,
            label: valueWords(texts, locale, name, it === "true"),
          }))}
          onValueChange={(it) => onChange(it === "true")}
        />
      );
    case "choice":
      return (
        <Select
          bare
          small
          label={label}
          value={JSON.stringify(value ?? null)}
          disabled={disabled}
          options={kind.values.map((it) => ({
            value: JSON.stringify(it),
            label: policyWord(texts.policy, it),
          }))}
          onValueChange={(it) => onChange(JSON.parse(it) as Writable)}
        />
      );
    case "number":
      return <NumberControl {...props} kind={kind} label={label} />;
    case "names":
      return <NamesControl {...props} label={texts.policy.namespaces} />;
    case "shown":
      return <b>{valueWords(texts, locale, name, value)}</b>;
  }
}

type NumberProps = Omit<Props, "kind"> & {
  kind: { min: number; max: number };
  label: string;
};

function NumberControl({ kind, label, value, disabled, onChange }: NumberProps) {
  const t = useText().policy;
  return (
    <input
      className="field in num"
      type="number"
      inputMode="numeric"
      min={kind.min}
      max={kind.max}
      aria-label={label}
      placeholder={t.none}
      disabled={disabled}
      defaultValue={typeof value === "number" ? value : ""}
      onChange={({ target }) => {
        if (target.value !== "" && target.validity.valid) onChange(Number(target.value));
      }}
    />
  );
}

function NamesControl({
  label,
  value,
  disabled,
  onChange,
}: Omit<Props, "kind"> & { label: string }) {
  const names = Array.isArray(value) ? value.filter((it) => typeof it === "string") : [];
  return (
    <input
      className="field in names"
      aria-label={label}
      spellCheck={false}
      autoComplete="off"
      disabled={disabled}
      defaultValue={names.join(" ")}
      onBlur={({ target }) => {
        const next = target.value.split(/\s+/).filter((it) => it.length >= 3);
        if (next.join(" ") !== names.join(" ")) onChange(next);
      }}
    />
  );
}
