import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP advises: 19 MiB, two passes, one lane [ID5]. The memory cost is in KiB. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password nobody has, at the same cost: what an unknown login is compared with [ID3]. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$Aq7oW88xa3+Fbow0Pedz7A$Rj2t4VDyE9OJ8vT8NSAUwuXkky/nDl+O5XFm94thsuM';

/** Hashing and comparing of passwords. */
export type Passwords = {
  /** The hash to store. */
  hash(password: string): Promise<string>;
  /** Compares; without a stored hash it costs the same time and answers false [ID3]. */
  matches(storedHash: string | null, password: string): Promise<boolean>;
};

/** Argon2id on the threads of the process; text is brought to NFC first, so that every keyboard writes alike. */
export function argon2Passwords(): Passwords {
  return {
    hash: (password) => hash(password.normalize('NFC'), COST),
    matches: async (storedHash, password) => {
      const matches = await verify(storedHash ?? NOBODY, password.normalize('NFC'));
      return matches && storedHash !== null;
    },
  };
}
