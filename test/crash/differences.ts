import type { End } from './end';

/**
 * Holds the end of a job that was disturbed against the end of the same job undisturbed. They must be the same, what
 * Details tell of it included, unless the rows were `checkedAgain`: the second check then finds them as wished. Answers
 * with what differs, one sentence each.
 */
export function differences(end: End, undisturbed: End, checkedAgain = false): readonly string[] {
  const { statuses, deeds, sharedDeeds, ...rest } = end;
  const { statuses: wanted, deeds: told, sharedDeeds: toldForAll, ...same } = undisturbed;
  return [
    ...partsOf(rest, same),
    ...statusesOf(statuses, wanted, checkedAgain),
    ...(checkedAgain ? [] : [...deedsOf(deeds, told), ...only(toldForAll, sharedDeeds, 'nobody tells')]),
  ];
}

type Parts = Omit<End, 'statuses' | 'deeds' | 'sharedDeeds'>;

function partsOf(got: Parts, wanted: Parts): string[] {
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

function statusesOf(got: End['statuses'], wanted: End['statuses'], checkedAgain: boolean): string[] {
  const keys = [...new Set([...Object.keys(got), ...Object.keys(wanted)])];
  return keys.flatMap((key) => {
    const nothingLeft = checkedAgain && wanted[key] === 'Done' && got[key] === 'Up to date';
    return got[key] === wanted[key] || nothingLeft
      ? []
      : [`${key} is ${got[key] ?? 'missing'}, not ${wanted[key] ?? 'missing'}`];
  });
}

/** Of a row that is not told of in what is wanted, everything depends on the instant. */
function deedsOf(got: End['deeds'], wanted: End['deeds']): string[] {
  return Object.entries(wanted).flatMap(([key, deeds]) => pathsOf(got[key] ?? [], deeds, `${key} in its Details`));
}
