import { expect, it } from "vitest";
import { capital, countWord } from "./count-word";
import { userAgentName } from "./user-agent";

it("counts in words up to twelve", () => {
  expect(countWord(0)).toBe("no");
  expect(capital(countWord(4))).toBe("Four");
  expect(countWord(12, "de")).toBe("zwölf");
  expect(countWord(1204)).toBe("1,204");
  expect(capital("über")).toBe("Über");
});

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox 140, Linux"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
    "Edge 156, Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari 18, iPhone",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36",
    "Headless Chromium 156, Linux",
  ],
  ["curl/8.5.0", "curl 8"],
  ["<script>alert(1)</script>", null],
  ["", null],
])("names %s", (userAgent, name) => {
  expect(userAgentName(userAgent)).toBe(name);
});
