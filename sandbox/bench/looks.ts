import type { Server } from '../../src/job/wire';
import { waitBeforeLook } from '../../src/sidebar/act/look-pace';
import type { Counters } from '../apps-script/host-state';
import type { Host } from '../apps-script/port';
import type { Clock } from '../clock';

/**
 * The sidebar's looks at the progress while a slice works in another execution. Both go on at the same time, so what a
 * look takes is not added to the slice's time.
 */
export class LookingClock implements Clock {
  looks = 0;
  /** Calls of properties, caches and the spreadsheet of the look that had most. */
  dearest = 0;
  /** Cells that all looks read. */
  cells = 0;
  private time: number;
  private next = Infinity;
  private host: Host | undefined;
  private seen = '';
  private unchanged = 0;

  constructor(start: number) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  sleep(milliseconds: number): void {
    const until = this.time + Math.max(0, milliseconds);
    while (this.host && this.next <= until) this.look(this.host);
    this.time = until;
  }

  /** Does `work`, which calls slices of this host, and looks on meanwhile. */
  during<T>(host: Host, work: () => T): T {
    this.host = host;
    this.unchanged = 0;
    this.next = this.time + waitBeforeLook(0);
    try {
      return work();
    } finally {
      this.host = undefined;
      this.next = Infinity;
    }
  }

  private look(host: Host): void {
    const before = this.time;
    this.time = Math.max(before, this.next);
    this.host = undefined;
    const wait = this.ask(host);
    this.next = this.time + wait;
    this.host = host;
    this.time = before;
    this.looks += 1;
  }

  /** Milliseconds until the next look. Before the first slice has begun there is nothing to look at. */
  private ask(host: Host): number {
    const before = { ...host.state.counters };
    const answer = host.call('getProgress') as ReturnType<Server['getProgress']>;
    this.count(before, host.state.counters);
    const seen = JSON.stringify(answer);
    this.unchanged = seen === this.seen ? this.unchanged + 1 : 0;
    this.seen = seen;
    return waitBeforeLook(this.unchanged, answer.ok ? answer.value.lookEvery : undefined);
  }

  private count(before: Counters, after: Counters): void {
    const callsIn = ({ propertyCalls, cacheCalls, documentCalls }: Counters): number =>
      propertyCalls + cacheCalls + documentCalls;
    this.dearest = Math.max(this.dearest, callsIn(after) - callsIn(before));
    this.cells += after.cellsRead - before.cellsRead;
  }
}
