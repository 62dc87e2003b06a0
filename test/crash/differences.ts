import type { End } from './end';

/**
 * Holds the end of a job that was disturbed against the end of the same job undisturbed. They must be the same, but for
 * one thing: a row whose writes had all reached Google before may say `Up to date` instead of `Done`, because whoever
 * went on found nothing left to do. Never the other way round, and never for a person or customer that the job created,
 * unless the rows were `checkedAgain`: the second check then finds them as wished. Answers with what differs, one
 * sentence each.
 */
export function differences(end: End, undisturbed: End, checkedAgain = false): readonly string[] {
  const { statuses, ...rest } = end;
  const { statuses: wanted, ...same } = undisturbed;
  return [...partsOf(rest, same), ...statusesOf(statuses, wanted, checkedAgain ? [] : madeIn(undisturbed))];
}

function partsOf(got: Omit<End, 'statuses'>, wanted: Omit<End, 'statuses'>): string[] {
  return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((part) => {
    const paths = pathsOf(got[part], wanted[part]);
    return paths.length ? [`${part}: ${paths.slice(0, 4).join('; ')}`] : [];
  });
}

/** Where two pieces of data differ; what only one of two lists holds is shown as it is. */
function pathsOf(got: unknown, wanted: unknown, path = ''): string[] {
  if (JSON.stringify(got) === JSON.stringify(wanted)) return [];
  if (Array.isArray(got) && Array.isArray(wanted))
    return [...only(got, wanted, `${path} also`), ...only(wanted, got, `${path} lacks`)];
  if (!isRecord(got) || !isRecord(wanted)) return [`${path} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];
  return [...new Set([...Object.keys(got), ...Object.keys(wanted)])].flatMap((key) =>
    pathsOf(got[key], wanted[key], `${path}/${key}`),
  );
}

function only(these: readonly unknown[], those: readonly unknown[], says: string): string[] {
  const left = those.map((one) => JSON.stringify(one));
  return these.flatMap((one) => {
    const at = left.indexOf(JSON.stringify(one));
    if (at < 0) return [`${says} ${JSON.stringify(one)}`];
    left.splice(at, 1);
    return [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function statusesOf(got: End['statuses'], wanted: End['statuses'], created: readonly string[]): string[] {
  const keys = [...new Set([...Object.keys(got), ...Object.keys(wanted)])];
  return keys.flatMap((key) => {
    const nothingLeft = wanted[key] === 'Done' && got[key] === 'Up to date' && !created.includes(key);
    return got[key] === wanted[key] || nothingLeft
      ? []
      : [`${key} is ${got[key] ?? 'missing'}, not ${wanted[key] ?? 'missing'}`];
  });
}

/** The rows of people and customers that a job created. */
function madeIn({ handOff, created }: End): readonly string[] {
  const bodies = created.map(
    (line) =>
      JSON.parse(line) as [
        op: string,
        params: object,
        body: { customerDomain: string; primaryAdmin?: { primaryEmail: string } },
      ],
  );
  const customers = bodies
    .filter(([op]) => op === 'reseller.customers.insert')
    .map(([, , { customerDomain, primaryAdmin }]) =>
      [customerDomain, ...(primaryAdmin ? [primaryAdmin.primaryEmail] : [])].join('/'),
    );
  return [...handOff.map((email) => `Users!${email}`), ...customers.map((key) => `Customers!${key}`)];
}
