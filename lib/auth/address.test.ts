import { expect, test } from "vitest";
import { addressBucket, clientAddress } from "./address";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  [" 192.0.2.7 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:DB8::1", "2001:db8::1"],
  ["192.0.2.7, 198.51.100.1", "unknown"],
  ["<script>", "unknown"],
  ["", "unknown"],
  [null, "unknown"],
])("header %j is the address %s", (header, address) => {
  expect(clientAddress(header)).toBe(address);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0001::", "2001:db8:0:1::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s is slowed down as %s", (address, bucket) => {
  expect(addressBucket(address)).toBe(bucket);
});
