/** One place that holds what the sidebar shows; whoever listens is told after every change. */
export interface Store<S> {
  get(): S;
  set(change: Partial<S>): void;
  /** Calls the listener after every change. */
  listen(listener: () => void): void;
}

/** A store that begins with `first`. */
export function createStore<S extends object>(first: S): Store<S> {
  let state = first;
  const listeners: (() => void)[] = [];
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}
