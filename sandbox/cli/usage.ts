/** The command line was used wrongly, or a file it names cannot be used: said on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The text of anything that was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs `work`; whatever it throws becomes a UsageError that begins with `what`. */
export function orUsage<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${what}: ${reasonOf(error)}`);
  }
}
