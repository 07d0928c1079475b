import { StartProblem } from '../start-problem.ts';

/** An open connection, which says when it ends. */
type Connection = { once(event: 'end', listener: () => void): unknown };

/** How a process that serves for long holds on to its server. */
export type Keeping<C extends Connection> = {
  /** Finds the server again, or starts it, at the port it had. @throws StartProblem */
  readonly rejoin: () => Promise<C>;
  /** Told that it has gone, and that it is back, as Vietnamese sentences. */
  readonly report: (sentence: string) => void;
  /** Told when it cannot be had again: the process has to end. */
  readonly onLost: (problem: StartProblem) => void;
};

/** A connection that is made anew when the server dies. */
export type KeptConnection<C extends Connection> = {
  /** The connection that stands now. */
  current(): C;
  /** From here on an end is wanted; waits for a server that is just being started. */
  release(): Promise<void>;
};

/** Watches the connection that says of this process that it needs the server, and brings the server back when it dies. */
export function keepRunning<C extends Connection>(
  first: C,
  { rejoin, report, onLost }: Keeping<C>,
): KeptConnection<C> {
  let connection = first;
  let isReleased = false;
  let reviving = Promise.resolve();
  const watch = (watched: C) => {
    watched.once('end', () => {
      if (!isReleased) reviving = revive();
    });
  };
  const revive = async () => {
    report('Cơ sở dữ liệu vừa dừng đột ngột; đang chạy lại…');
    try {
      connection = await rejoin();
      watch(connection);
      report('Cơ sở dữ liệu đã chạy lại; việc đang làm dở được hủy, làm lại việc đó.');
    } catch (error) {
      onLost(error instanceof StartProblem ? error : new StartProblem(NOT_BACK, { cause: error }));
    }
  };
  watch(first);
  return {
    current: () => connection,
    release: async () => {
      isReleased = true;
      await reviving;
    },
  };
}

const NOT_BACK =
  'Cơ sở dữ liệu dừng đột ngột và không chạy lại được. Chạy lại Giao Ban; dữ liệu đã ghi không mất.';
