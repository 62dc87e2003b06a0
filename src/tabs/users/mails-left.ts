import type { Request } from '../../engine/request';
import type { RowOf } from '../open-rows';
import type { JobAt } from '../tab';
import type { UserRowRead } from './read';

/** Whether a request is a mail. */
export function isMail({ op }: Pick<Request, 'op'>): boolean {
  return op === 'mail.send';
}

/** The mails that whoever works may still send, for the rows of a slice. */
export class MailsLeft {
  private left: number | undefined;

  constructor(
    private readonly at: JobAt,
    private readonly rows: readonly RowOf<UserRowRead>[],
  ) {}

  /** Takes one; false where none is left. In a run Google counts; in a check those of its earlier slices count. */
  take(): boolean {
    if (this.at.running) return true;
    this.left ??= this.at.mailsLeft() - this.planned();
    return this.left-- > 0;
  }

  private planned(): number {
    const lines = this.rows.flatMap(({ line }) => (line?.work === this.at.id ? [line] : []));
    return lines.filter(({ outcome, plan }) => outcome === 'planned' && plan.writes.some(isMail)).length;
  }
}
