// The yardstick of `ingest`: a Fastify that checks the signature and parses, and writes nothing. Run as a process.
import { createHmac, timingSafeEqual } from "node:crypto";
import fastify from "fastify";

const [port, secret] = process.argv.slice(2);
const app = fastify();

app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
  done(null, body),
);
app.post<{ Body: Buffer }>("/webhook", (request, reply) => {
  const expected = createHmac("sha256", secret ?? "")
    .update(request.body)
    .digest();
  const header = String(request.headers["x-hub-signature-256"] ?? "").slice("sha256=".length);
  const given = Buffer.from(header, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return reply.code(401).send();
  }
  JSON.parse(request.body.toString("utf8"));
  return reply.code(200).send();
});

await app.listen({ port: Number(port), host: "127.0.0.1" });
console.log("listening");
