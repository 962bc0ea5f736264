// The yardstick of `emulator`: a Fastify that parses what it gets and sends it back. Run as a process.
import fastify from "fastify";

const app = fastify();
app.post("/*", (request) => request.body);
await app.listen({ port: 0, host: "127.0.0.1" });
const address = app.server.address();
console.log(`http://127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`);
