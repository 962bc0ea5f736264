// The yardstick: a loop of Galka's own HTTP client that posts templates and does nothing else. Run as a process.
import { readFileSync } from "node:fs";
import { openEgress } from "@galka/server/egress/egress";

/** As many at once as a sender has on their way. */
const AT_ONCE = 256;

const [address = "", path = "", token = "", template = "", phonesFile = ""] = process.argv.slice(2);
const phones = readFileSync(phonesFile, "utf8").split("\n");
const egress = openEgress({ trustedOrigins: [address] });
let next = 0;
let accepted = 0;
const began = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = (performance.now() - began) / 1000;
await egress[Symbol.asyncDispose]();
console.log(JSON.stringify({ accepted, asked: phones.length, seconds }));

async function work(): Promise<void> {
  while (next < phones.length) {
    const n = next++;
    const answer = await egress.fetch(`${address}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to: phones[n],
        type: "template",
        template: {
          name: template,
          language: { code: "en_US" },
          components: [{ type: "body", parameters: [{ type: "text", text: `Person ${n}` }] }],
        },
        biz_opaque_callback_data: `bare-${n}`,
      }),
    });
    await answer.text();
    if (answer.ok) accepted += 1;
  }
}
