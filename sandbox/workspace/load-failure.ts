/** Stops the loading of a tenant file, naming the field and what is wrong with it. */
export function loadFailure(where: string, says: string): never {
  throw new Error(`Tenant file: ${where} ${says}.`);
}
