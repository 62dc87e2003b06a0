import type { Procedure, Step, Words } from './procedure';

/**
 * The procedure with a note at the words of its writes: why they are made. Work that rows share is nobody's own, and
 * keeps its words.
 */
export function* noted<T>(procedure: Procedure<T>, note: string | undefined): Procedure<T> {
  if (note === undefined) return yield* procedure;
  let next = procedure.next();
  while (!next.done) {
    let answer: unknown;
    try {
      answer = yield stepWith(next.value, note);
    } catch (error) {
      next = procedure.throw(error);
      continue;
    }
    next = procedure.next(answer);
  }
  return next.value;
}

function stepWith(step: Step, note: string): Step {
  const withNote = (words: Words): Words => ({ ...words, values: [...(words.values ?? []), note] });
  if (step.kind === 'send' || step.kind === 'allow') return { ...step, words: withNote(step.words) };
  if (step.kind === 'batch')
    return { ...step, writes: step.writes.map((write) => ({ ...write, words: withNote(write.words) })) };
  return step.kind === 'together' ? { ...step, all: step.all.map((one) => noted(one, note)) } : step;
}
