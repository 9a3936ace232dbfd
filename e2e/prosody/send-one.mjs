// A process of its own, because NODE_EXTRA_CA_CERTS is read when Node starts.
import { connect, drain, sendText } from "./client.mjs";

const [port, user, password, to, id, body] = process.argv.slice(2);
const xmpp = await connect({
  port: Number(port),
  user: user ?? "",
  password: password ?? "",
  resource: "tls",
});
await sendText(xmpp, to ?? "", id ?? "", body ?? "");
await drain(xmpp);
await xmpp.stop();
process.exit(0);
