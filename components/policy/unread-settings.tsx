"use client";

import { useId } from "react";
import { useText } from "@/components/use-text";
import type { OptionName } from "@/lib/i18n/en/options";
import type { SettingView } from "@/lib/policy/views";
import { theOption } from "@/lib/prosody/options/catalogue";

/** Lines that somebody wrote and no Prosody reads, with what does the work instead. */
export function UnreadSettings({ settings }: { settings: readonly SettingView[] }) {
  const { policy: t, options, optionInstead } = useText();
  const id = useId();
  if (settings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="h2" id={id}>
        {t.groups.unread}
      </h2>
      {settings.map(({ name, line }) => {
        const option = theOption(name as OptionName);
        return (
          <div key={name} className="set unread">
            <span className="org">{line && t.writtenIn(line.file, line.line)}</span>
            <div>
              <p className="say">
                <s>
                  <code>{line?.text.includes(name) ? line.text : `${name} = ${line?.text}`}</code>
                </s>
              </p>
              <p className="cap under">
                {options[option.name].note} {option.instead && optionInstead[option.instead]}
              </p>
            </div>
          </div>
        );
      })}
    </section>
  );
}
