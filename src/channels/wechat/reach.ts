/** Whether something listens at an address. */
import { connect } from "node:net";

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
