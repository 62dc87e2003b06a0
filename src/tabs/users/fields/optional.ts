/**
 * What the columns of the profile have in common: a `-` clears them, and set-up makes them only where they are wished.
 */
export const optional = { clearable: true, optional: true } as const;
