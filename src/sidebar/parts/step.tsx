import { Link } from './link';

interface StepProps {
  readonly says: string;
  readonly action: string;
  readonly onClick: () => void;
}

/** A line of what can be done next, with its link. */
export function Step({ says, action, onClick }: StepProps) {
  return (
    <li>
      <div class="what">{says}</div>
      <Link class="beside" onClick={onClick}>
        {action}
      </Link>
    </li>
  );
}
