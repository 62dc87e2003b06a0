import { dayOf } from '../words';

interface ChangedByProps {
  readonly changedBy: string;
  readonly changedAt: string;
}

/** Who changed last what is kept for everybody of an account, and when; nothing where nobody did. */
export function ChangedBy({ changedBy, changedAt }: ChangedByProps) {
  if (!changedBy) return null;
  return (
    <p class="sub">
      Changed last by {changedBy}, {dayOf(changedAt)}.
    </p>
  );
}
