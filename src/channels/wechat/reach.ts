/** Whether something listens at an address. */
import { connect } from "node:net";
import { connect as connectTls } from "node:tls";

export function reachable({ host, port }: { host: string; port: number }, ms = 1500): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port });
  const end = (answer: boolean) => {
    socket.destroy();
    resolve(answer);
  };
  socket.setTimeout(ms, () => end(false));
  socket.once("connect", () => end(true));
  socket.once("error", () => end(false));
  return promise;
}

/** Whether what listens there speaks TLS. Nothing but the handshake is sent; whose certificate it is does not matter here. */
export function speaksTls({ host, port }: { host: string; port: number }, ms = 1500): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connectTls({
    host,
    port,
    servername: "doctor.invalid",
    rejectUnauthorized: false,
    ALPNProtocols: ["h2"],
  });
  const end = (answer: boolean) => {
    socket.destroy();
    resolve(answer);
  };
  socket.setTimeout(ms, () => end(false));
  socket.once("secureConnect", () => end(true));
  socket.once("error", () => end(false));
  return promise;
}
